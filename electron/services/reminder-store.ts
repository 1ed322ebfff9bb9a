import type { Instant } from '../../shared/domain/instant.ts'
import type { Wait } from '../../shared/domain/records/wait.ts'

/** What reminding remembers of a wait. */
export interface WaitReminders {
  readonly waitId: string
  /** Levels that were recorded: each is shown once at most. */
  readonly levels: readonly string[]
  /** Nothing is shown before this instant; null where it was not put off. */
  readonly snoozedUntil: Instant | null
}

export interface RemindableWait {
  readonly wait: Wait
  readonly caseNumber: number
  readonly reminded: WaitReminders
}

export interface ReminderKey {
  readonly waitId: string
  readonly level: string
}

/** The part of the store that reminding asks. */
export interface ReminderStore {
  reminders(waitIds: readonly string[]): Promise<readonly WaitReminders[]>
  /**
   * Running waits of open cases that are due by `now`, first due first, without those told already: of level `first` while
   * they are not overdue, of `last` for good, and until they were put off. With `since` only what became so after it, all at
   * once; without it of the next `limit` that are due.
   */
  waitsToRemind(query: {
    readonly now: Instant
    readonly since: Instant | null
    readonly first: string
    readonly last: string
    readonly limit: number
    readonly after: string | null
  }): Promise<{ readonly rows: readonly RemindableWait[]; readonly after: string | null }>
  /** Records reminders before anybody sees them; gives those that were not recorded before. */
  recordReminders(keys: readonly ReminderKey[], at: Instant): Promise<readonly ReminderKey[]>
}
