import { toMillis } from '../instant.ts'
import { evaluate } from '../procedure/engine.ts'
import type { Procedure } from '../procedure/types.ts'
import type { CaseRecord, CaseState } from '../records/case.ts'
import type { Case } from '../records/case-aggregate.ts'
import type { ChangeSet } from '../records/change-set.ts'
import type { Wait } from '../records/wait.ts'
import { type Decided, type Refusal, refuse } from '../refusal.ts'
import { isOpen } from '../wait/wait-state.ts'
import type { Act } from './act.ts'
import { CaseChange } from './case-change.ts'
import { factsOf } from './facts-of.ts'

export type StateMove = 'hold' | 'resume' | 'abandon' | 'reopen' | 'close'

/** The case state machine: from which states a move is allowed, and where it leads. */
const MOVES: Readonly<Record<StateMove, { readonly from: readonly CaseState[]; readonly to: CaseState }>> = {
  hold: { from: ['open'], to: 'on-hold' },
  resume: { from: ['on-hold'], to: 'open' },
  abandon: { from: ['open', 'on-hold'], to: 'abandoned' },
  reopen: { from: ['done', 'abandoned'], to: 'open' },
  close: { from: ['open'], to: 'done' },
}

/** Why a case cannot be moved so; null where it can. */
export function refuseMove(
  { state, number }: Pick<CaseRecord, 'state' | 'number'>,
  move: StateMove,
  reason: string,
): Refusal | null {
  if (!MOVES[move].from.includes(state)) return refuse('case.move-refused', { case: `C-${number}`, state, move })
  if ((move === 'hold' || move === 'abandon') && !reason.trim())
    return refuse('case.reason-missing', { move }, 'reason')
  return null
}

/**
 * Puts a case on hold, resumes, abandons or reopens it. Holding pauses its waits, resuming lets them run on;
 * abandoning cancels them, and reopening takes that back: what was waited for may have come meanwhile. A case reopened
 * with every step settled is closed again on purpose; one with open steps refuses that (`case.not-complete`).
 * Hold and abandon want a reason.
 */
export function changeState(
  c: Case,
  procedure: Procedure,
  move: StateMove,
  reason: string,
  act: Act,
): Decided<ChangeSet> {
  const refused = refuseMove(c.record, move, reason)
  if (refused) return refused
  const { to } = MOVES[move]
  const { state } = c.record
  const said = reason.trim()
  if (move === 'close' && !evaluate(procedure, c, factsOf(c, act.settings)).complete) {
    return refuse('case.not-complete', { case: `C-${c.record.number}` })
  }
  const change = new CaseChange(c, procedure, act)
  change.withRecord({
    state: to,
    stateReason: to === 'open' ? '' : said,
    closedAt: move === 'abandon' || move === 'close' ? act.now : to === 'open' ? null : c.record.closedAt,
  })
  for (const wait of c.waits.filter(isOpen)) {
    if (move === 'hold' && !wait.paused) change.withWait({ ...wait, paused: { at: act.now, reason: said } })
    if (move === 'resume') change.withWait(running(wait, act))
    if (move === 'abandon' || move === 'close') change.cancelWait(wait.definition, said || 'case-done')
  }
  if (state === 'abandoned') {
    const given = c.waits.filter((w) => w.cancelled !== null && w.cancelled.at === c.record.closedAt)
    for (const wait of given) change.withWait(running({ ...wait, cancelled: null }, act))
  }
  return change.record(`case.${move}`, { reason: said, from: state }).finish()
}

/** The wait with its pause ended: the time spent paused moves its due time. */
function running(wait: Wait, act: Act): Wait {
  if (!wait.paused) return wait
  const held = Math.max(0, toMillis(act.now) - toMillis(wait.paused.at))
  return { ...wait, paused: null, pausedMillis: wait.pausedMillis + held }
}
