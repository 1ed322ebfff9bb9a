import type { z } from 'zod'
import type { DueRow } from '../../shared/contract/operations/cases.ts'
import type { WaitView } from '../../shared/contract/views.ts'
import { HOUR, type Instant, toMillis } from '../../shared/domain/instant.ts'
import { type WaitState, waitState } from '../../shared/domain/wait/wait-state.ts'
import { durationText } from '../../shared/text/times.ts'
import type { Context } from './context.ts'
import type { AppHandlers } from './handlers.ts'
import type { CaseRow, OpenWait } from './ports.ts'
import { caseRowView } from './views/record-views.ts'
import { waitView } from './views/wait-view.ts'

type Row = z.infer<typeof DueRow>

/** Waits that end within this many hours are worth knowing about today. */
const SOON_HOURS = 24
/** More than this many of one group nobody reads in a day; the case list has them all. */
const MOST = 200
/** Open waits that are looked at, first due first. */
const FIRST_DUE = 1_000

/** What is due: the operator's day, in the order in which to go through it. */
export function dueHandlers(context: Context): Pick<AppHandlers, 'due.list'> {
  const { clock, store } = context.ports
  return {
    async 'due.list'({ withinHours }) {
      await context.settings()
      const now = clock.now()
      // States first, sentences only for what is shown: a thousand waits are read, a few hundred are printed.
      const waits = (await store.openWaits(FIRST_DUE)).map((open) => ({ open, state: waitState(open.wait, now) }))
      const within = (withinHours ?? SOON_HOURS) * HOUR
      const shown = (belongs: (state: WaitState) => boolean) =>
        waits
          .filter((w) => belongs(w.state))
          .slice(0, MOST)
          .map((w) => waitRow(w.open, now))
      const isSoon = (s: WaitState) => s.state === 'waiting' && s.remainingMs !== null && s.remainingMs <= within
      return {
        now,
        overdue: shown((s) => s.state === 'overdue' || s.state === 'clock-suspect'),
        ready: shown((s) => s.state === 'ready'),
        todo: await todo(),
        soon: shown(isSoon),
        waiting: shown((s) => (s.state === 'waiting' || s.state === 'paused') && !isSoon(s)),
      }
    },
  }

  async function todo(): Promise<Row[]> {
    const { rows } = await store.cases({
      text: '',
      states: ['open'],
      phase: null,
      owner: null,
      customerId: null,
      payerId: null,
      dueBefore: null,
      order: 'updated',
      limit: MOST,
      after: null,
    })
    return rows.filter((r) => r.record.summary.nextKind !== null && r.record.summary.nextKind !== 'wait').map(todoRow)
  }

  function waitRow({ wait, row }: OpenWait, now: Instant): Row {
    const { procedureId, procedureVersion } = row.record
    const procedure = context.procedures.pinned(procedureId, procedureVersion)
    if (!procedure) throw new Error(`no procedure ${procedureId} version ${procedureVersion}`)
    const view = waitView(wait, procedure, now, clock.zone())
    return { case: caseRowView(row, context.procedures), wait: view, todo: whatToDo(view), why: view.why }
  }

  function todoRow(row: CaseRow): Row {
    const view = caseRowView(row, context.procedures)
    const since = durationText(toMillis(clock.now()) - toMillis(row.record.updatedAt))
    return {
      case: view,
      wait: null,
      todo: view.nextStep ?? '',
      why: row.record.summary.blocked
        ? `Something is blocked; untouched for ${since}.`
        : `Can be done now; untouched for ${since}.`,
    }
  }
}

function whatToDo(wait: WaitView): string {
  const who = wait.waitsOn === 'spot' ? 'Spot' : wait.waitsOn === 'aws' ? 'AWS' : 'the customer'
  switch (wait.state) {
    case 'overdue':
      return `Chase ${who}: ${wait.title.toLowerCase().replace(/^aws/, 'AWS').replace(/^spot/, 'Spot')}`
    case 'ready':
      return wait.look
    case 'clock-suspect':
      return 'Set this computer’s clock'
    default:
      return wait.title
  }
}
