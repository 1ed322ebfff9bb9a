import { readFact } from '../fact-values.ts'
import type { FactName, Facts } from '../facts.ts'
import type { Finding } from '../finding.ts'
import type { Parse } from '../parsed.ts'
import type { Case } from '../records/case-aggregate.ts'
import type { Settings } from '../records/settings.ts'
import { parseAccountId } from '../values/account-id.ts'
import { parseOrgId } from '../values/org-id.ts'

/** Names that may be missing, which is said elsewhere; accounts are never. */
const NAMES = ['bucket', 'crawlerStackName', 'prefix'] as const satisfies readonly FactName[]

/**
 * Reads the values of a submission as if they were typed now. Each was read when it was entered; since then it may have
 * been changed in the file itself, or come from elsewhere.
 */
export function readAgain(c: Case, settings: Pick<Settings, 'mspAccountId'>, facts: Facts): readonly Finding[] {
  const { payer, customer } = c
  const known = { report: payer.reportName, partition: payer.partition }
  return [
    ...said('mspAccountId', settings.mspAccountId, parseAccountId),
    ...said('managementAccountId', customer.managementAccountId, parseAccountId),
    ...NAMES.flatMap((name) => {
      const value = facts[name]
      return value ? said(name, value, (text) => readFact(name, text, known)) : []
    }),
    ...customer.orgIds.flatMap((id) => said('orgIds', id, parseOrgId)),
  ]
}

/** What refuses the value, or what was noticed of it; one that would be read as another is worth a look. */
function said(field: FactName, value: string, parse: Parse<string>): readonly Finding[] {
  const read = parse(value)
  if (!read.ok) return [{ level: 'error', code: read.refusal.code, params: read.refusal.params, field }]
  return read.findings.map((f) => ({ ...f, level: read.value === value ? f.level : 'warning', field }))
}
