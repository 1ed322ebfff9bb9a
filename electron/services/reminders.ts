import type { ReminderView } from '../../shared/contract/operations/reminders.ts'
import { addMillis, HOUR, type Instant, toMillis } from '../../shared/domain/instant.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { isQuiet, type Reminder, reminderOf } from '../../shared/domain/reminder.ts'
import { isOpen } from '../../shared/domain/wait/wait-state.ts'
import { digestText, reminderText } from '../../shared/text/reminders.ts'
import { localText } from '../../shared/text/times.ts'
import { CasebookError } from './casebook-error.ts'
import type { Context } from './context.ts'
import type { AppHandlers } from './handlers.ts'
import type { OpenWait } from './ports.ts'
import { waitView } from './views/wait-view.ts'

/** More than this many at once are one digest: what fell due while the app was closed. */
const ONE_BY_ONE = 3
/** Waits looked at, first due first. */
const MOST = 10_000
/** Longest time a reminder can be put off. */
const LONGEST_SNOOZE = 30 * 24 * HOUR

interface Due {
  readonly open: OpenWait
  readonly reminder: Reminder
}

/** Reminding of waits: recorded first, so that a crash shows a reminder once or not at all, never twice. */
export function reminderHandlers(context: Context): Pick<AppHandlers, 'reminder.due' | 'reminder.snooze'> {
  const { clock, store } = context.ports
  return {
    async 'reminder.due'() {
      const settings = await context.settings()
      const now = clock.now()
      if (isQuiet(settings.quietHours, now, clock.zone())) return { show: [], isQuiet: true }
      const due = await allDue(now)
      const keys = due.map(({ open, reminder }) => ({ waitId: open.wait.id, level: reminder.key }))
      const fresh = new Set((await store.recordReminders(keys, now)).map(({ waitId }) => waitId))
      const shown = due.filter(({ open }) => fresh.has(open.wait.id))
      return { show: shown.length > ONE_BY_ONE ? [digest(shown)] : shown.map((d) => viewOf(d, now)), isQuiet: false }
    },

    async 'reminder.snooze'({ case: reference, wait: id, until }) {
      const c = await context.case(reference)
      const wait = c.waits.find((w) => w.id === id && isOpen(w))
      if (!wait) throw new CasebookError(refuse('reminder.no-wait', { case: `C-${c.record.number}` }, 'wait'))
      const now = clock.now()
      if (toMillis(until) <= toMillis(now) || until > addMillis(now, LONGEST_SNOOZE)) {
        throw new CasebookError(refuse('reminder.snooze-range', {}, 'until'))
      }
      await store.snooze(id, until)
      return { until, untilText: localText(until, clock.zone()) }
    },
  }

  async function allDue(now: Instant): Promise<readonly Due[]> {
    const waits = (await store.openWaits(MOST)).filter(({ wait }) => reminderOf(wait, NEVER, now) !== null)
    const reminded = await store.reminders(waits.map(({ wait }) => wait.id))
    return waits.flatMap((open, n) => {
      const reminder = reminderOf(open.wait, reminded[n] ?? NEVER, now)
      return reminder ? [{ open, reminder }] : []
    })
  }

  function viewOf({ open: { wait, row }, reminder }: Due, now: Instant): ReminderView {
    const { procedureId, procedureVersion, number } = row.record
    const procedure = context.procedures.pinned(procedureId, procedureVersion)
    if (!procedure) throw new Error(`no procedure ${procedureId} version ${procedureVersion}`)
    const view = waitView(wait, procedure, now, clock.zone())
    const since = toMillis(now) - toMillis(reminder.level === 'due' ? view.dueAt : view.overdueAt)
    return {
      ...reminderText(row.customerName, `C-${number}`, view.title, reminder.level, since),
      case: `C-${number}`,
      wait: wait.id,
      level: reminder.level,
    }
  }
}

const NEVER = { levels: [], snoozedUntil: null }

function digest(due: readonly Due[]): ReminderView {
  const text = digestText(due.map(({ open, reminder }) => ({ customer: open.row.customerName, level: reminder.level })))
  return { ...text, case: null, wait: null, level: 'digest' }
}
