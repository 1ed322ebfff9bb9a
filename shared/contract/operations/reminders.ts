import { z } from 'zod'
import { Id, InstantText } from '../../domain/records/base.ts'
import { command, query } from '../operation.ts'

/** What a host shows, as a notification of the system or in the page. */
export const ReminderView = z.strictObject({
  title: z.string(),
  body: z.string(),
  /** `C-42`; null for a digest of many. */
  case: z.string().nullable(),
  wait: Id.nullable(),
  level: z.enum(['due', 'overdue', 'digest']),
})
export type ReminderView = z.infer<typeof ReminderView>

const CaseWait = z.strictObject({ case: z.string().min(1).max(64), wait: Id })

export const reminderOperations = {
  /**
   * What a page has to show now; an event of the topic `reminders` says when to ask. Each is recorded before it is given
   * out, and is given out once; many at once are one digest.
   */
  'reminder.due': command(z.strictObject({}), z.strictObject({ show: z.array(ReminderView), isQuiet: z.boolean() })),
  /** Until when a wait can be put off with one click, and until when it is. */
  'reminder.choices': query(
    CaseWait,
    z.strictObject({
      choices: z.array(
        z.strictObject({
          id: z.enum(['hour', 'three-hours', 'tomorrow', 'monday', 'week']),
          label: z.string(),
          until: InstantText,
          untilText: z.string(),
        }),
      ),
      snoozed: z.strictObject({ until: InstantText, untilText: z.string() }).nullable(),
    }),
  ),
  'reminder.snooze': command(
    CaseWait.extend({ until: InstantText }),
    // The sequence is the change's own, by which it is taken back.
    z.strictObject({ until: InstantText, untilText: z.string(), sequence: z.int() }),
  ),
}
