import type { ChangeEvent } from '../../shared/contract/index.ts'
import type { ReminderView } from '../../shared/contract/operations/reminders.ts'
import { HOUR, type Instant, toMillis } from '../../shared/domain/instant.ts'
import type { Wait } from '../../shared/domain/records/wait.ts'
import { FIRST_LEVEL, isQuiet, LAST_LEVEL, type Reminder, reminderOf } from '../../shared/domain/reminder.ts'
import { digestText, reminderAction, reminderText } from '../../shared/text/reminders.ts'
import type { Context } from './context.ts'
import type { AppHandlers } from './handlers.ts'
import { createInTurn } from './in-turn.ts'
import { silentNotifier } from './notifier-port.ts'
import type { CaseRow } from './ports.ts'
import { addTo, type Batch, emptyBatch, isDigest, NAMED } from './reminder-batch.ts'
import type { RemindableWait } from './reminder-store.ts'
import { waitView } from './views/wait-view.ts'

/** Real time between two looks at what has fallen due. */
const TICK = 30_000
/** Real time from a change that may make something due to the look at it: a moved practice clock, other quiet hours. */
const SOON = 500
/** Waits that are looked at and recorded at once. */
const PAGE = 1_000
/** Of what says nothing of any wait. */
const SILENT: readonly ChangeEvent['topic'][] = ['host', 'jobs', 'reminders']
const LEVELS = { first: FIRST_LEVEL, last: LAST_LEVEL }

export interface Reminding {
  readonly handlers: Pick<AppHandlers, 'reminder.due'>
  /** Looks at once, and then twice a minute. */
  start(): void
  /** Time has passed unseen: looks at once. */
  wake(): void
  /** A change of the workspace: of the clock and of quiet hours it is looked at soon. */
  changed(topic: ChangeEvent['topic']): void
  /** Calls off what is planned, and resolves when the look under way is done. */
  close(): Promise<void>
}

/**
 * Reminding of waits by itself, at most once a wait and level: recorded first, told then, so that a crash between the two
 * tells once or not at all. Told twice over: to the system's notifications, and to whichever page asks first.
 */
export function createReminding(context: Context): Reminding {
  const { clock, store, timer, log, onChange, notifier = silentNotifier, turn = async () => {} } = context.ports
  const inTurn = createInTurn()
  /** Recorded, and not yet fetched by a page. */
  let untold: Batch = emptyBatch
  /** When the last look ended with everything told. While nothing else changes, only time can make more due. */
  let toldBy: Instant | null = null
  let running = false
  let callOff = () => {}

  return {
    handlers: {
      async 'reminder.due'() {
        const isQuietNow = await inTurn(look)
        if (isQuietNow) return { show: [], isQuiet: true }
        const show = viewsOf(untold)
        untold = emptyBatch
        return { show: [...show], isQuiet: false }
      },
    },
    start() {
      running = true
      lookBy(0)
    },
    wake() {
      if (running) lookBy(0)
    },
    changed(topic) {
      if (!SILENT.includes(topic)) toldBy = null
      if (running && (topic === 'practice' || topic === 'settings')) lookBy(SOON)
    },
    async close() {
      running = false
      callOff()
      await inTurn(async () => {})
    },
  }

  function lookBy(millis: number): void {
    callOff()
    callOff = timer.after(millis, () => {
      // Never rejects: a look that fails is written to the log, and the next one comes.
      void inTurn(look)
        .catch((thrown) => log.error('reminders.failed', { error: thrown }))
        .finally(() => {
          if (running) lookBy(TICK)
        })
    })
  }

  /** Records and tells what has fallen due. Gives whether it is quiet now. */
  async function look(): Promise<boolean> {
    const settings = await store.settings()
    if (settings === null) return false
    const now = clock.now()
    if (isQuiet(settings.quietHours, now, clock.zone())) return true
    const since = justBefore(now)
    // A change from here on is looked for next time.
    toldBy = now
    let fresh: Batch = emptyBatch
    let after: string | null = null
    try {
      do {
        const page = await store.waitsToRemind({ now, since, ...LEVELS, limit: PAGE, after })
        fresh = await record(fresh, page.rows, now)
        after = page.after
        if (after !== null) await turn()
      } while (after !== null)
    } catch (thrown) {
      toldBy = null
      throw thrown
    }
    const views = viewsOf(fresh)
    untold = addTo(untold, fresh)
    for (const view of views) {
      const { title, body, case: caseRef, wait } = view
      notifier.notify({ id: wait ?? 'digest', title, body, action: reminderAction(caseRef), caseRef })
    }
    if (views.length > 0) onChange({ topic: 'reminders', sequence: 0, ids: [] })
    return false
  }

  /** The end of the last look; null where all have to be looked through: after a change, a sleep, or a clock set back. */
  function justBefore(now: Instant): Instant | null {
    if (toldBy === null) return null
    const passed = toMillis(now) - toMillis(toldBy)
    return passed >= 0 && passed < HOUR ? toldBy : null
  }

  async function record(so: Batch, waits: readonly RemindableWait[], now: Instant): Promise<Batch> {
    const due = waits.flatMap((open) => {
      const reminder = reminderOf(open.wait, open.reminded, now)
      return reminder ? [{ open, reminder }] : []
    })
    if (due.length === 0) return so
    const keys = due.map(({ open, reminder }) => ({ waitId: open.wait.id, level: reminder.key }))
    const recorded = new Set((await store.recordReminders(keys, now)).map(({ waitId }) => waitId))
    const shown = due.filter(({ open }) => recorded.has(open.wait.id))
    const overdue = shown.filter(({ reminder }) => reminder.level === 'overdue').length
    // Beyond a few they are one digest: of the others no case is read and no sentence made that nobody reads.
    const few = isDigest(so) ? [] : shown.slice(0, NAMED)
    const rows = await store.caseRows(few.map(({ open }) => open.caseNumber))
    return addTo(so, {
      overdue,
      due: shown.length - overdue,
      customers: rows.map(({ customerName }) => customerName),
      views: few.flatMap(({ open, reminder }) => {
        const row = rows.find(({ record }) => record.number === open.caseNumber)
        return row ? [viewOf(open.wait, row, reminder, now)] : []
      }),
    })
  }

  function viewOf(wait: Wait, row: CaseRow, reminder: Reminder, now: Instant): ReminderView {
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

function viewsOf(batch: Batch): readonly ReminderView[] {
  if (!isDigest(batch)) return batch.views
  return [{ ...digestText(batch), case: null, wait: null, level: 'digest' }]
}
