import type { FactName } from '../domain/facts.ts'
import type { Conflict } from '../domain/handover/decide.ts'
import type { Procedure } from '../domain/procedure/types.ts'
import { factTexts } from './facts.ts'

/** Fields of records that are no facts, as people call them. */
const TITLES: Readonly<Record<string, string>> = {
  name: 'Name',
  accountId: 'Account ID',
  kind: 'Kind of payer',
  payer: 'Payer',
  contacts: 'Contacts',
  tags: 'Tags',
  notes: 'Notes',
  state: 'State',
  stateReason: 'Reason of the state',
  owner: 'Owner',
  closedAt: 'Closed at',
  partition: 'Partition',
  reportName: 'Report name',
}

/**
 * What two sides of a handover differ in, in words: the fact, the field, the step or the wait.
 * @param procedure of the case; null where the conflict is in no case, or the version is not known
 */
export function conflictTitle({ kind, field }: Pick<Conflict, 'kind' | 'field'>, procedure: Procedure | null): string {
  if (kind === 'step')
    return `Step “${procedure?.phases.flatMap(({ steps }) => steps).find((step) => step.id === field)?.title ?? field}”`
  if (kind === 'wait') return `Wait “${procedure?.waits.find((wait) => wait.id === field)?.title ?? field}”`
  if (kind === 'submission') return `${field.charAt(0).toUpperCase()}${field.slice(1)}`
  const name = field.replace(/^facts\./, '')
  return TITLES[name] ?? (Object.hasOwn(factTexts, name) ? factTexts[name as FactName].label : name)
}
