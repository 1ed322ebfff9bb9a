import { RETIRED_RUNTIMES } from '../../shared/domain/crawler-template/retired-runtimes.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import type { Settings } from '../../shared/domain/records/settings.ts'
import { KNOWN_BUCKETS } from '../../shared/domain/spot-link/known-buckets.ts'

/** Spot Support's address on the day this was written; a setting, because Support is moving (DOMAIN, section 7). */
const SPOT_SUPPORT = { kind: 'support', name: 'Spot Support', email: 'support@spot.io' } as const

/** The settings a workspace begins with: the profile that was typed, and the documents' defaults. */
export function newSettings(
  profile: { readonly company: string; readonly mspAccountId: string; readonly operator: string },
  kind: Settings['kind'],
  id: string,
  now: Instant,
): Settings {
  const { company, mspAccountId, operator } = profile
  return {
    workspaceId: id,
    kind,
    company,
    mspAccountId,
    operators: [{ name: operator, email: '' }],
    operator,
    recipient: SPOT_SUPPORT,
    naming: {},
    waitHours: {},
    retiredRuntimes: [...RETIRED_RUNTIMES],
    knownBuckets: {
      templateBuckets: [...KNOWN_BUCKETS.templateBuckets],
      codeBuckets: [...KNOWN_BUCKETS.codeBuckets],
      outputBuckets: [...KNOWN_BUCKETS.outputBuckets],
    },
    messageTemplates: {},
    importColumns: {},
    quietHours: null,
    savedViews: [],
    appearance: { theme: 'system', density: 'comfortable', singleKeys: true },
    createdAt: now,
    updatedAt: now,
    revision: 0,
  }
}
