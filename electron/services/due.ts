import type { z } from 'zod'
import type { DueRow } from '../../shared/contract/operations/cases.ts'
import type { WaitView } from '../../shared/contract/views.ts'
import { isByHand } from '../../shared/domain/case/mark-step.ts'
import { addMillis, HOUR, type Instant, toMillis } from '../../shared/domain/instant.ts'
import { allSteps, endsWait, stepOf } from '../../shared/domain/procedure/engine.ts'
import type { Procedure, Step } from '../../shared/domain/procedure/types.ts'
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
const MOST = 100
/** Waits that are looked at on either side of what is due: of these, the groups take what they show. */
const LOOKED_AT = 2 * MOST

/** What is due: the operator's day, in the order in which to go through it. */
export function dueHandlers(context: Context): Pick<AppHandlers, 'due.list'> {
  const { clock, store } = context.ports
  return {
    async 'due.list'({ withinHours }) {
      await context.settings()
      const [now, zone] = [clock.now(), clock.zone()]
      const within = (withinHours ?? SOON_HOURS) * HOUR
      // States first, sentences only for what is shown.
      const waits = (await waitsAround(now, within)).map((open) => ({ open, state: waitState(open.wait, now) }))
      const shown = (belongs: (state: WaitState) => boolean) =>
        waits
          .filter((w) => belongs(w.state))
          .slice(0, MOST)
          .map((w) => waitRow(w.open, now, zone))
      const isSoon = (s: WaitState) => s.state === 'waiting' && s.remainingMs !== null && s.remainingMs <= within
      const overdue = shown((s) => s.state === 'overdue' || s.state === 'clock-suspect')
      const ready = shown((s) => s.state === 'ready')
      return {
        now,
        overdue,
        ready,
        // One row a case: what is due leads to it, and its other steps are seen there.
        todo: await todo(new Set([...overdue, ...ready].map((r) => r.case.id)), now),
        soon: shown(isSoon),
        waiting: shown((s) => (s.state === 'waiting' || s.state === 'paused') && !isSoon(s)),
      }
    },
  }

  /**
   * The waits that any group could show, first due first, each read by its due time. What is overdue comes first of all;
   * what fell due lately, what ends soon and what ends later lie on their own sides of now and of tomorrow.
   */
  async function waitsAround(now: Instant, within: number): Promise<readonly OpenWait[]> {
    const soon = addMillis(now, within)
    const first = await store.openWaits(LOOKED_AT, { until: now })
    const last = await store.openWaits(LOOKED_AT, { until: now, latestFirst: true })
    const ending = await store.openWaits(MOST, { after: now, until: soon })
    const later = await store.openWaits(MOST, { after: soon })
    const seen = new Set(first.map(({ wait }) => wait.id))
    const lately = last.filter(({ wait }) => !seen.has(wait.id)).toReversed()
    return [...first, ...lately, ...ending, ...later]
  }

  async function todo(listed: ReadonlySet<string>, now: Instant): Promise<Row[]> {
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
    const isDoable = ({ record: { summary } }: CaseRow) => summary.nextKind !== null && summary.nextKind !== 'wait'
    return rows.filter((r) => isDoable(r) && !listed.has(r.record.id)).map((r) => todoRow(r, now))
  }

  function waitRow({ wait, row }: OpenWait, now: Instant, zone: string): Row {
    const procedure = procedureOf(row)
    const view = waitView(wait, procedure, now, zone)
    const step = allSteps(procedure).find((s) => endsWait(s, wait.definition)) ?? null
    const due = view.state === 'ready' || view.state === 'overdue'
    return {
      case: caseRowView(row, context.procedures),
      wait: view,
      step: step?.id ?? null,
      todo: whatToDo(view),
      why: view.why,
      offers: [
        ...(due && step !== null && step.checks.length > 0 ? (['check'] as const) : []),
        ...(due && view.waitsOn === 'spot' && row.record.summary.submissionState === 'sent'
          ? (['chase'] as const)
          : []),
      ],
    }
  }

  function todoRow(row: CaseRow, now: Instant): Row {
    const view = caseRowView(row, context.procedures)
    const { summary, updatedAt } = row.record
    const step = summary.nextStep === null ? null : stepOf(procedureOf(row), summary.nextStep)
    const since = durationText(toMillis(now) - toMillis(updatedAt))
    return {
      case: view,
      wait: null,
      step: summary.nextStep,
      todo: view.nextStep ?? '',
      why: summary.blocked
        ? `Something is blocked; untouched for ${since}.`
        : `Can be done now; untouched for ${since}.`,
      offers: step === null ? [] : offersOf(step),
    }
  }

  function procedureOf({ record: { procedureId, procedureVersion } }: CaseRow): Procedure {
    const procedure = context.procedures.pinned(procedureId, procedureVersion)
    if (!procedure) throw new Error(`no procedure ${procedureId} version ${procedureVersion}`)
    return procedure
  }
}

/** A step that asks for values or evidence, or is run on AWS, needs its page; any other can be ticked from the list. */
function offersOf(step: Step): Row['offers'] {
  const isTickable = isByHand(step) && step.enters.length === 0 && step.evidence !== 'required' && step.action === null
  return [...(step.checks.length > 0 ? (['check'] as const) : []), ...(isTickable ? (['mark'] as const) : [])]
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
