import type { Conflict } from '../../../shared/domain/handover/decide.ts'
import type { NewActivity } from '../../../shared/domain/records/activity.ts'
import { localText } from '../../../shared/text/times.ts'
import type { Context } from '../context.ts'

interface LastTouch {
  readonly at: string
  readonly atText: string
  readonly who: string
}

/** The newest entry on each side's record of a case, customer or payer, by our ID of it. */
export interface LastTouches {
  readonly ours: ReadonlyMap<string, LastTouch>
  readonly theirs: ReadonlyMap<string, LastTouch>
}

/** What a conflict is about at the last: the case of a step, the customer, the payer. */
export function rootOf({ id }: Pick<Conflict, 'id'>): string {
  return id.split('/')[1] ?? ''
}

/**
 * Who touched last what both sides have in different states, and when: whoever chooses wants to know.
 * @param activity of the handover, oldest first
 * @param ids IDs here of what the handover names
 */
export async function lastTouches(
  context: Context,
  activity: readonly NewActivity[],
  ids: ReadonlyMap<string, string>,
  conflicts: readonly Conflict[],
): Promise<LastTouches> {
  const { clock, store } = context.ports
  const zone = clock.zone()
  const touch = ({ at, who }: Pick<NewActivity, 'at' | 'who'>) => ({ at, atText: localText(at, zone), who })
  const ours = new Map<string, LastTouch>()
  const theirs = new Map<string, LastTouch>()
  const query = { caseId: null, customerId: null, payerId: null, before: null, limit: 1 }
  for (const conflict of conflicts) {
    const id = rootOf(conflict)
    if (ours.has(id)) continue
    const key = conflict.kind === 'customer' || conflict.kind === 'payer' ? (`${conflict.kind}Id` as const) : 'caseId'
    const [last] = await store.activity({ ...query, [key]: id })
    if (last) ours.set(id, touch(last))
    const entry = activity.findLast((one) => one[key] !== null && ids.get(one[key]) === id)
    if (entry) theirs.set(id, touch(entry))
  }
  return { ours, theirs }
}
