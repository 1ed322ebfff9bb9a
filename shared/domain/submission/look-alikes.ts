import { factTexts } from '../../text/facts.ts'
import type { FactName, Facts } from '../facts.ts'
import { type Finding, finding } from '../finding.ts'
import type { Case } from '../records/case-aggregate.ts'
import { orgIdsLikeAccounts } from '../values/org-id.ts'

/** Names of free choice: any of them could stand in the place of another. */
const NAMES = ['bucket', 'crawlerStackName', 'prefix'] as const satisfies readonly FactName[]

/**
 * Values that may have been swapped. IDs of the same shape are the ones that are: accounts among each other and with
 * Org IDs (DOMAIN, trap 13); and names that are equal where each should have its own.
 */
export function lookAlikes(c: Case, facts: Facts): readonly Finding[] {
  const { managementAccountId: management, orgIds } = c.customer
  const accounts = [management, facts.mspAccountId ?? '', c.payer.accountId]
  return [
    ...accountFindings(c, facts),
    ...orgIdsLikeAccounts(orgIds, accounts).map((f): Finding => ({ ...f, field: 'orgIds' })),
    ...NAMES.flatMap((a, i) => NAMES.slice(i + 1).flatMap((b) => equalNames(a, b, facts))),
  ]
}

function accountFindings({ customer, payer }: Case, { mspAccountId }: Facts): readonly Finding[] {
  const { managementAccountId: id } = customer
  const field = 'managementAccountId'
  if (mspAccountId === id) return [finding('error', 'item.msp-equals-management', { id }, field)]
  if (payer.kind === 'dedicated' && payer.accountId !== id) {
    return [finding('warning', 'item.payer-is-another', { management: id, payer: payer.accountId }, field)]
  }
  if (payer.kind === 'shared' && payer.accountId === id) {
    return [finding('warning', 'item.management-is-shared-payer', { id }, field)]
  }
  return []
}

function equalNames(a: FactName, b: FactName, facts: Facts): readonly Finding[] {
  const id = facts[a]
  if (!id || id !== facts[b]) return []
  return [finding('warning', 'item.ids-equal', { a: factTexts[a].label, b: factTexts[b].label, id }, b)]
}
