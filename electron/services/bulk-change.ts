import type { ParsedInputOf } from '../../shared/contract/index.ts'
import type { Act } from '../../shared/domain/case/act.ts'
import { bulkEdited } from '../../shared/domain/case/bulk-edit.ts'
import { changeState, refuseMove } from '../../shared/domain/case/change-state.ts'
import { currentSubmission } from '../../shared/domain/case/facts-of.ts'
import type { CaseRecord } from '../../shared/domain/records/case.ts'
import type { Case } from '../../shared/domain/records/case-aggregate.ts'
import type { ChangeSet } from '../../shared/domain/records/change-set.ts'
import { isRefusal, type Refusal } from '../../shared/domain/refusal.ts'
import { itemsOf } from '../../shared/domain/submission/items.ts'
import { markSent } from '../../shared/domain/submission/mark-sent.ts'
import { bulkText } from '../../shared/text/bulk.ts'
import { stateWords } from '../../shared/text/states.ts'
import { localText } from '../../shared/text/times.ts'
import type { Context } from './context.ts'

/** What is the same for every case of a bulk edit. */
export type Edit = ParsedInputOf<'case.bulk'>['set']
type Change = Pick<ChangeSet, 'puts' | 'activity'>

/** Whether each case has to be read whole for it, and judged by itself. */
export function isHeavy({ state, sent }: Edit): boolean {
  return state !== undefined || sent !== undefined
}

/** The change of one case; null where it is as it should be. */
export async function changeOf(
  context: Context,
  before: CaseRecord,
  set: Edit,
  act: Act,
): Promise<Change | Refusal | null> {
  const edited = bulkEdited(before, set)
  const described = edited === before ? null : describing(before, { ...edited, updatedAt: act.now }, act)
  if (!isHeavy(set)) return described
  const refusal = set.state && refuseMove(before, set.state.to, set.state.reason ?? '')
  if (refusal) return refusal
  const c = await context.case(before.id)
  const edit = { ...c, record: { ...c.record, owner: edited.owner, tags: edited.tags } }
  const moved = moveOf(context, edit, set, act)
  if (isRefusal(moved)) return moved
  return { puts: moved.puts, activity: [...(described?.activity ?? []), ...moved.activity] }
}

function moveOf(context: Context, c: Case, { state, sent }: Edit, act: Act) {
  const procedure = context.procedure(c)
  if (state) return changeState(c, procedure, state.to, state.reason ?? '', act)
  return markSent(c, procedure, itemsOf(c, act.settings), sent?.via?.trim() ?? '', act)
}

function describing(before: CaseRecord, after: CaseRecord, act: Act): Change {
  const of = { caseId: after.id, customerId: after.customerId, payerId: after.payerId }
  const params = { fields: changedFields(before, after) }
  return {
    puts: [{ kind: 'case', record: after }],
    activity: [{ at: act.now, who: act.by, what: 'case.described', ...of, params }],
  }
}

function changedFields(before: CaseRecord, after: CaseRecord): readonly string[] {
  return [...(before.owner === after.owner ? [] : ['owner']), ...(before.tags === after.tags ? [] : ['tags'])]
}

/** What an edit would make of a case, in words; null where nothing. */
export interface Foreseen {
  readonly before: string
  readonly after: string
}

/** Told without reading the whole case, unless its submission has to be judged. */
export async function foresee(
  context: Context,
  record: CaseRecord,
  set: Edit,
  act: Act,
): Promise<Foreseen | Refusal | null> {
  if (set.sent) return foreseeSent(context, record, set, act)
  // A reason that is still to be typed is the form's to ask for, once, not each case's.
  const refusal = set.state ? refuseMove(record, set.state.to, set.state.reason?.trim() || '…') : null
  if (refusal) return refusal
  const edited = bulkEdited(record, set)
  const after = set.state
    ? { ...edited, state: set.state.to === 'hold' ? ('on-hold' as const) : ('open' as const) }
    : edited
  return after === record ? null : { before: described(record, set), after: described(after, set) }
}

async function foreseeSent(context: Context, record: CaseRecord, set: Edit, act: Act): Promise<Foreseen | Refusal> {
  const c = await context.case(record.id)
  const moved = moveOf(context, c, set, act)
  if (isRefusal(moved)) return moved
  const attempt = currentSubmission(c)?.attempt ?? 0
  return { before: bulkText.exported(attempt), after: bulkText.sent(attempt, localText(act.at, act.zone)) }
}

/** What the edit is about, in words. */
function described({ owner, tags, state }: CaseRecord, set: Edit): string {
  const about = [owner, ...tags.map((tag) => `#${tag}`)].join(' ')
  return set.state ? `${stateWords[state]} · ${about}` : about
}
