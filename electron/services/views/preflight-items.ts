import type { PreflightView } from '../../../shared/contract/views.ts'
import { crawlerFileOf, factsOf } from '../../../shared/domain/case/facts-of.ts'
import type { FactName } from '../../../shared/domain/facts.ts'
import type { Finding } from '../../../shared/domain/finding.ts'
import type { Case } from '../../../shared/domain/records/case-aggregate.ts'
import type { Settings } from '../../../shared/domain/records/settings.ts'
import { factView } from './fact-view.ts'

/** The document's order of the seven items (004, step 2.3), after the crawler file. */
const ITEMS = [
  'mspAccountId',
  'managementAccountId',
  'bucket',
  'crawlerStackName',
  'prefix',
  'orgIds',
] as const satisfies readonly FactName[]

/** The seven items with how each stands: in order, worth a look, or refusing the export. */
export function preflightItems(c: Case, settings: Settings, findings: readonly Finding[]): PreflightView['items'] {
  const facts = factsOf(c, settings)
  const file = crawlerFileOf(c)
  const outcome = (field: string) => {
    const levels = findings.filter((f) => f.field === field).map((f) => f.level)
    return levels.includes('error') ? 'error' : levels.includes('warning') ? 'warning' : 'ok'
  }
  return [
    {
      field: 'crawlerFile',
      label: 'The crawler file',
      value: file?.name ?? null,
      display: file ? `${file.name}, ${file.size} bytes` : 'Not attached yet',
      outcome: outcome('crawlerFile'),
    },
    ...ITEMS.map((name) => {
      const { label, value, display } = factView(name, facts)
      return { field: name, label, value, display, outcome: outcome(name) } as const
    }),
  ]
}
