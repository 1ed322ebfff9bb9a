import type { ChangeView } from '../../shared/contract/operations/undo.ts'
import type { Act } from '../../shared/domain/case/act.ts'
import type { Activity, NewActivity } from '../../shared/domain/records/activity.ts'
import { type Refusal, refuse } from '../../shared/domain/refusal.ts'
import { activitySentence } from '../../shared/text/activity.ts'
import { actionWords } from '../../shared/text/checks.ts'
import { sentence } from '../../shared/text/messages/index.ts'
import { localText } from '../../shared/text/times.ts'
import { CasebookError, refusalOf } from './casebook-error.ts'
import type { Context } from './context.ts'
import type { AppHandlers } from './handlers.ts'
import type { PastChange } from './ports.ts'

type UndoHandlers = Pick<AppHandlers, 'undo.list' | 'undo.preview' | 'undo.last' | 'undo.change' | 'undo.redo'>

const PASSED_OVER = ['check.run', 'workspace.initialised']

/** Changes looked through for one that is the operator's own doing. */
const LOOKED_THROUGH = 100

/** Taking changes back, and making them again. Either is a change of its own, on the record like all others. */
export function undoHandlers(context: Context): UndoHandlers {
  const { clock, store, onChange } = context.ports
  const numbers = new Map<string, number>()
  return {
    async 'undo.list'({ limit, whose }) {
      const { operator } = await context.settings()
      const who = whose === 'everyone' ? null : operator
      const size = limit ?? 20
      const judged = async (which: 'to-undo' | 'to-redo') =>
        Promise.all((await decisions(which, who)).slice(0, size).map(judge))
      return { toUndo: await judged('to-undo'), toRedo: await judged('to-redo') }
    },

    async 'undo.preview'({ sequence }) {
      const past = await store.change(sequence)
      return { change: past && (await judge(past)) }
    },

    async 'undo.last'() {
      const [past] = await own('to-undo')
      if (!past) throw new CasebookError(refuse('undo.nothing', { what: 'undo' }))
      return reverse(past)
    },

    async 'undo.change'({ sequence }) {
      const past = await standing(sequence)
      if (!past) throw new CasebookError(refuse('undo.unknown', {}))
      return reverse(past)
    },

    async 'undo.redo'() {
      const [past] = await own('to-redo')
      if (!past) throw new CasebookError(refuse('undo.nothing', { what: 'redo' }))
      return reverse(past)
    },
  }

  /** The operator's changes; what a check saw is nobody's decision, and is passed over as the beginning of it all is. */
  async function own(which: 'to-undo' | 'to-redo'): Promise<readonly PastChange[]> {
    return decisions(which, (await context.settings()).operator)
  }

  /** The change, or of those made together with it the last that was not taken back: there it goes on. */
  async function standing(sequence: number): Promise<PastChange | null> {
    const past = await store.change(sequence)
    if (!past?.isUndone) return past
    for (const part of (await store.changesTogether(past.sequence)).toReversed()) {
      const other = await store.change(part)
      if (other && !other.isUndone) return other
    }
    return null
  }

  async function decisions(which: 'to-undo' | 'to-redo', who: string | null): Promise<readonly PastChange[]> {
    const past = await store.changes({ who, which, limit: LOOKED_THROUGH })
    return past.filter(({ activity }) => !PASSED_OVER.includes(activity[0]?.what ?? ''))
  }

  /** With the reason why it cannot be taken back, where there is one. */
  async function judge(past: PastChange): Promise<ChangeView> {
    const refusal = refusalOfOurs(past.activity) ?? (await store.whyNotReverse(past.sequence))
    return {
      ...(await viewOf(past)),
      refusal: refusal && { code: refusal.code, ...sentence(refusal.code, refusal.params) },
    }
  }

  async function viewOf({ sequence, who, activity, isUndone }: PastChange): Promise<ChangeView> {
    // What takes in a list says so at its end; before that stand its customers, one by one.
    const first = activity.find(({ what }) => what === 'import.done') ?? activity[0]
    const cases = [...new Set(activity.flatMap((a) => a.caseId ?? []))]
    const c = cases[0] === undefined ? null : await store.case(cases[0])
    const procedure = c && context.procedures.pinned(c.record.procedureId, c.record.procedureVersion)
    const said = first ? activitySentence(first, procedure) : ''
    const parts = await store.changesTogether(sequence)
    const number = parts.length > 1 ? await wholeNumber(parts) : cases.length
    return {
      sequence,
      at: first?.at ?? '',
      atText: first ? localText(first.at, clock.zone()) : '',
      who,
      sentence: number > 1 ? `${said} (${number.toLocaleString('en-GB')} cases)` : said,
      cases,
      ref: c && `C-${c.record.number}`,
      isUndone,
      refusal: null,
    }
  }

  /** Of a hundred thousand it takes some time to say, and what was made together says it each time it is listed. */
  async function wholeNumber(parts: readonly number[]): Promise<number> {
    const key = `${parts[0]}–${parts.at(-1)}`
    const known = numbers.get(key)
    if (known !== undefined) return known
    const number = await store.casesOfChange(parts[0] ?? 0)
    if (numbers.size >= LOOKED_THROUGH) numbers.clear()
    numbers.set(key, number)
    return number
  }

  async function reverse(past: PastChange): Promise<ChangeView> {
    const act = context.act(await context.settings())
    const sequences = await store.changesTogether(past.sequence)
    // Those made together go back from the last to the first, and are made again from the first to the last.
    const inOrder = past.isUndone ? sequences : sequences.toReversed()
    let done = 0
    for (const sequence of inOrder) {
      const one = sequence === past.sequence ? past : await store.change(sequence)
      if (!one || one.isUndone !== past.isUndone) continue
      try {
        await reverseOne(one, act, inOrder.length > 1)
      } catch (thrown) {
        const because = refusalOf(thrown)
        if (done === 0 || !because) throw thrown
        const said = sentence(because.code, because.params).message
        throw new CasebookError(
          refuse('undo.partly', { done, parts: inOrder.length, again: past.isUndone, because: said }),
        )
      }
      done += 1
      await context.ports.turn?.()
    }
    return viewOf(past)
  }

  async function reverseOne(past: PastChange, act: Act, isPart: boolean): Promise<void> {
    const notOurs = refusalOfOurs(past.activity)
    if (notOurs) throw new CasebookError(notOurs)
    const what = past.isUndone ? 'change.redone' : 'change.undone'
    const activity: NewActivity[] = firstOfEach(past.activity).map((entry) => ({
      at: act.now,
      who: act.by,
      what,
      caseId: entry.caseId,
      customerId: entry.customerId,
      payerId: entry.payerId,
      params: { sequence: past.sequence, of: { what: entry.what, params: entry.params } },
    }))
    const { sequence } = await store.reverse(past.sequence, activity)
    const ids = past.activity.flatMap((a) => [a.caseId, a.customerId, a.payerId]).filter((id) => id !== null)
    const ofSettings = past.activity.some((a) => a.what === 'settings.changed' || a.what.startsWith('view.'))
    onChange({ topic: ofSettings ? 'settings' : 'cases', sequence, ids: isPart ? [] : [...new Set(ids)] })
  }
}

/** What was done on AWS is done; the record of it stays, too. */
function refusalOfOurs(activity: readonly Activity[]): Refusal | null {
  const done = activity.find((a) => a.what === 'action.done')
  if (done) return refuse('undo.outside', { action: actionWords(String(done.params.action ?? '')) })
  return activity.some((a) => a.what === 'workspace.initialised') ? refuse('undo.first', {}) : null
}

/** The first entry of each case, customer or payer, so that every timeline tells of it. */
function firstOfEach(activity: readonly Activity[]): readonly Activity[] {
  const groups = Map.groupBy(activity, (a) => a.caseId ?? a.customerId ?? a.payerId)
  return [...groups.values()].flatMap(([first]) => first ?? [])
}
