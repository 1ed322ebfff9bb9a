import { type Finding, finding } from '../finding.ts'
import { notParsed, type Parsed, parsed } from '../parsed.ts'
import { refuse } from '../refusal.ts'
import type { AccountId } from './account-id.ts'
import { isSpotAccountId, isSpreadsheetNumber, shown, tidy } from './typed-text.ts'

/** A Spot organisation ID, as shown under the user icon, My Organization: digits, usually twelve (trap 13). */
export type OrgId = string

/**
 * Reads one Spot Org ID (004, step 2.3). Tells it from the two IDs that people confuse it with: the Spot account ID
 * (`act-` and eight hexadecimal digits) and the short Flexera Org ID. Warns where it does not have twelve digits.
 */
export function parseOrgId(text: string): Parsed<OrgId> {
  const typed = tidy(text).replace(/^'/, '')
  const quoted = shown(typed)
  if (typed === '') return notParsed(refuse('org-id.missing', {}))
  if (isSpotAccountId(typed)) return notParsed(refuse('org-id.is-spot-account', { text: quoted }))
  if (isSpreadsheetNumber(typed)) return notParsed(refuse('org-id.spreadsheet', { text: quoted }))
  if (/^\d{1,5}$/.test(typed)) return notParsed(refuse('org-id.is-flexera', { text: quoted }))
  if (!/^\d{6,15}$/.test(typed)) return notParsed(refuse('org-id.malformed', { text: quoted }))
  if (typed.length === 12) return parsed(typed)
  return parsed(typed, [finding('warning', 'org-id.unusual-length', { id: typed, digits: typed.length })])
}

/**
 * Reads the Org IDs of a customer, separated by commas, semicolons, blanks or new lines; the first one that cannot be
 * read refuses the list. A repeated ID is dropped and said.
 */
export function parseOrgIds(text: string): Parsed<readonly OrgId[]> {
  const entries = tidy(text)
    .split(/[\s,;]+/)
    .filter((entry) => entry !== '')
  if (entries.length === 0) return notParsed(refuse('org-id.missing', {}))
  const ids = new Set<OrgId>()
  const repeated = new Set<OrgId>()
  const findings: Finding[] = []
  for (const entry of entries) {
    const one = parseOrgId(entry)
    if (!one.ok) return one
    if (ids.has(one.value)) repeated.add(one.value)
    else findings.push(...one.findings)
    ids.add(one.value)
  }
  findings.push(...[...repeated].map((id) => finding('info', 'org-id.repeated', { id })))
  return parsed([...ids], findings)
}

/** Warns of Org IDs that equal an AWS account of the case: both usually have twelve digits and get swapped (trap 13). */
export function orgIdsLikeAccounts(ids: readonly OrgId[], accounts: readonly AccountId[]): readonly Finding[] {
  return ids.filter((id) => accounts.includes(id)).map((id) => finding('warning', 'org-id.equals-account', { id }))
}
