import { z } from 'zod'
import { Id, InstantText } from '../../domain/records/base.ts'
import { command } from '../operation.ts'

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

export const reminderOperations = {
  /** What to show now. Each is recorded before it is given out, and is given out once; many at once are one digest. */
  'reminder.due': command(z.strictObject({}), z.strictObject({ show: z.array(ReminderView), isQuiet: z.boolean() })),
  'reminder.snooze': command(
    z.strictObject({ case: z.string().min(1).max(64), wait: Id, until: InstantText }),
    z.strictObject({ until: InstantText, untilText: z.string() }),
  ),
}
