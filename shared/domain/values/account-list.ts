import { type Finding, finding } from '../finding.ts'
import { notParsed, type Parsed, parsed } from '../parsed.ts'
import { refuse } from '../refusal.ts'
import { type AccountId, parseAccountId } from './account-id.ts'
import { shown, tidy } from './typed-text.ts'

/** The extractor's AccountList parameter: blank, or account IDs with commas and no blanks between (004, step 3.3). */
export type AccountList = string

/** CloudFormation takes at most 4,096 bytes in one parameter value: 315 accounts. */
const LONGEST = 4096

/** Whether CloudFormation gets exactly what the document asks for: `^(\d{12}(,\d{12})*)?$`. */
export function isAccountList(text: string): boolean {
  return /^(?:\d{12}(?:,\d{12})*)?$/.test(text)
}

export function formatAccountList(accounts: readonly AccountId[]): AccountList {
  return accounts.join(',')
}

/** The accounts of a list; none where it is blank, which to Spot means every account of the payer (trap 12). */
export function accountsOf(list: AccountList): readonly AccountId[] {
  return list === '' ? [] : list.split(',')
}

/**
 * Reads an account list as people type it and gives the form that the template takes. Blanks, semicolons, new lines and
 * repeated accounts are put right and said; an entry that is not an account ID refuses the list. Blank stays blank:
 * whether that may be is a decision of the case, not of this text.
 */
export function parseAccountList(text: string): Parsed<AccountList> {
  const typed = tidy(text)
  if (typed === '') return parsed('')
  const entries = entriesOf(typed)
  if (entries.length === 0) return notParsed(refuse('account-list.only-separators', { text: shown(typed) }))

  const accounts = new Set<AccountId>()
  const repeated = new Set<AccountId>()
  for (const [index, entry] of entries.entries()) {
    const one = parseAccountId(entry)
    if (!one.ok) return notParsed(refuseEntry(entry, index + 1))
    if (accounts.has(one.value)) repeated.add(one.value)
    accounts.add(one.value)
  }
  const list = formatAccountList([...accounts])
  if (list.length > LONGEST) return notParsed(refuse('account-list.too-long', { accounts: accounts.size }))
  const findings: Finding[] = [...repeated].map((account) => finding('info', 'account-list.repeated', { account }))
  if (!isAccountList(typed)) findings.unshift(finding('info', 'account-list.rewritten', { list }))
  return parsed(list, findings)
}

/** Blanks separate accounts only where they cannot be the grouping of one, as in `1111 2222 3333, 4444 5555 6666`. */
function entriesOf(typed: string): readonly string[] {
  return typed
    .split(/[,;\n\r\t]+/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .flatMap((entry) => (parseAccountId(entry).ok ? [entry] : entry.split(/\s+/)))
}

function refuseEntry(entry: string, position: number) {
  const digits = entry.replace(/\D/g, '').length
  return /^\d+$/.test(entry)
    ? refuse('account-list.wrong-length', { text: shown(entry), position, digits })
    : refuse('account-list.malformed', { text: shown(entry), position })
}
