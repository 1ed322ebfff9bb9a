import type { z } from 'zod'
import type { DueRow } from '../../shared/contract/operations/cases.ts'
import type { WaitView } from '../../shared/contract/views.ts'
import { isByHand } from '../../shared/domain/case/mark-step.ts'
import { addMillis, HOUR, type Instant, toMillis } from '../../shared/domain/instant.ts'
import { allSteps, endsWait, stepOf } from '../../shared/domain/procedure/engine.ts'
import type { Procedure, Step } from '../../shared/domain/procedure/types.ts'
import { requestDefinitions } from '../../shared/domain/requests/definitions.ts'
import { localText } from '../../shared/text/times.ts'
import { snoozedReason, todoReason, UNTOUCHED_TODO, untouchedReason, waitTodo } from '../../shared/text/today.ts'
import type { AgendaWait, Group } from './agenda-port.ts'
import type { Context } from './context.ts'
import type { AppHandlers } from './handlers.ts'
import type { CaseRow } from './ports.ts'
import { caseRowView } from './views/record-views.ts'
import { waitView } from './views/wait-view.ts'

type Row = z.infer<typeof DueRow>

interface Moment {
  readonly now: Instant
  readonly zone: string
}

/** Waits that end within this many hours are worth knowing about today. */
const SOON_HOURS = 24
/** An open case in which nothing runs and nobody did anything for so long is easily forgotten. */
const UNTOUCHED_HOURS = 14 * 24
/** Rows of a group that are given unless more are asked for: what a screen shows of one, and a day's work of several. */
const SHOWN = 20

/** What is due: the operator's day, in the order in which to go through it. */
export function dueHandlers(context: Context): Pick<AppHandlers, 'due.list'> {
  const { clock, store } = context.ports
  return {
    async 'due.list'({ withinHours, limit }) {
      await context.settings()
      const at: Moment = { now: clock.now(), zone: clock.zone() }
      const { now } = at
      const most = limit ?? SHOWN
      const agenda = await store.agenda({
        now,
        soonUntil: addMillis(now, (withinHours ?? SOON_HOURS) * HOUR),
        untouchedBefore: addMillis(now, -UNTOUCHED_HOURS * HOUR),
        customerWaits: requestDefinitions.map((r) => r.wait.id),
        limit: most,
      })
      const groups = {
        overdue: agenda.overdue,
        ready: agenda.ready,
        customer: agenda.customer,
        soon: agenda.soon,
        waiting: together(most, agenda.snoozed, agenda.waiting),
      }
      const waits = (group: Group<AgendaWait>) => group.rows.map((wait) => waitRow(wait, at))
      return {
        now,
        overdue: waits(groups.overdue),
        ready: waits(groups.ready),
        todo: agenda.todo.rows.map((row) => todoRow(row, at)),
        customer: waits(groups.customer),
        soon: waits(groups.soon),
        waiting: waits(groups.waiting),
        untouched: agenda.untouched.rows.map((row) => untouchedRow(row, at)),
        totals: {
          overdue: groups.overdue.total,
          ready: groups.ready.total,
          todo: agenda.todo.total,
          customer: groups.customer.total,
          soon: groups.soon.total,
          waiting: groups.waiting.total,
          untouched: agenda.untouched.total,
        },
      }
    },
  }

  function waitRow({ wait, row, snoozedUntil }: AgendaWait, at: Moment): Row {
    const procedure = procedureOf(row)
    const view = waitView(wait, procedure, at.now, at.zone)
    const step = allSteps(procedure).find((s) => endsWait(s, wait.definition)) ?? null
    const request = requestDefinitions.find((r) => r.wait.id === wait.definition)?.id ?? null
    const snoozedText = snoozedUntil === null ? null : localText(snoozedUntil, at.zone)
    return {
      case: caseRowView(row, context),
      wait: view,
      step: step?.id ?? null,
      request,
      todo: waitTodo(view),
      why: snoozedText === null ? view.why : snoozedReason(snoozedText, view.why),
      ...sinceOf(waitSince(view), at),
      snoozedText,
      offers: waitOffers(view, row, step, request !== null),
    }
  }

  function todoRow(row: CaseRow, at: Moment): Row {
    const { summary, updatedAt } = row.record
    const step = summary.nextStep === null ? null : stepOf(procedureOf(row), summary.nextStep)
    const view = caseRowView(row, context)
    return {
      ...caseOnly(view, updatedAt, at),
      step: summary.nextStep,
      todo: view.nextStep ?? '',
      why: todoReason(summary.blocked, toMillis(at.now) - toMillis(updatedAt)),
      offers: step === null ? [] : stepOffers(step),
    }
  }

  function untouchedRow(row: CaseRow, at: Moment): Row {
    const { summary, updatedAt } = row.record
    const isDoable = summary.nextKind !== null && summary.nextKind !== 'wait'
    const view = caseRowView(row, context)
    return {
      ...(isDoable ? todoRow(row, at) : { ...caseOnly(view, updatedAt, at), step: summary.nextStep, offers: [] }),
      todo: (isDoable ? view.nextStep : null) ?? UNTOUCHED_TODO[summary.blocked ? 'blocked' : 'other'],
      why: untouchedReason(summary.blocked, toMillis(at.now) - toMillis(updatedAt)),
    }
  }

  function caseOnly(view: Row['case'], updatedAt: Instant, at: Moment) {
    return { case: view, wait: null, request: null, snoozedText: null, ...sinceOf(updatedAt, at) }
  }

  function sinceOf(since: Instant, at: Moment): Pick<Row, 'since' | 'sinceText'> {
    return { since, sinceText: localText(since, at.zone) }
  }

  function procedureOf({ record: { procedureId, procedureVersion } }: CaseRow): Procedure {
    const procedure = context.procedures.pinned(procedureId, procedureVersion)
    if (!procedure) throw new Error(`no procedure ${procedureId} version ${procedureVersion}`)
    return procedure
  }
}

function together<T>(limit: number, first: Group<T>, second: Group<T>): Group<T> {
  return { total: first.total + second.total, rows: [...first.rows, ...second.rows].slice(0, limit) }
}

/** A wait that runs began with its anchor; one that is over on paper stands in its group since then. */
function waitSince(wait: WaitView): Instant {
  return wait.state === 'overdue' ? wait.overdueAt : wait.state === 'ready' ? wait.dueAt : wait.anchorAt
}

function waitOffers(wait: WaitView, row: CaseRow, step: Step | null, isRequest: boolean): Row['offers'] {
  if (wait.state !== 'ready' && wait.state !== 'overdue') return []
  const isWithSpot = wait.waitsOn === 'spot' && row.record.summary.submissionState === 'sent'
  return [
    ...(step !== null && step.checks.length > 0 ? (['check'] as const) : []),
    ...(isRequest ? (['mark'] as const) : []),
    ...(isWithSpot || isRequest ? (['chase'] as const) : []),
    'snooze',
  ]
}

/** A step that asks for values or evidence, or is run on AWS, needs its page; any other can be ticked from the list. */
function stepOffers(step: Step): Row['offers'] {
  const isTickable = isByHand(step) && step.enters.length === 0 && step.evidence !== 'required' && step.action === null
  return [...(step.checks.length > 0 ? (['check'] as const) : []), ...(isTickable ? (['mark'] as const) : [])]
}
