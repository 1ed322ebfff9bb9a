import type { ReminderLevel } from '../domain/reminder.ts'
import { durationText } from './times.ts'

/** A reminder as a notification shows it. */
export interface ReminderText {
  readonly title: string
  readonly body: string
}

/** @param sinceMillis how long it has been due, or overdue */
export function reminderText(
  customer: string,
  reference: string,
  wait: string,
  level: ReminderLevel,
  sinceMillis: number,
): ReminderText {
  const body =
    level === 'due' ? `Time to look: ${wait}.` : `Time to chase: ${wait}, overdue for ${durationText(sinceMillis)}.`
  return { title: `${customer} (${reference})`, body }
}

/** Many at once, as one. */
export function digestText(due: readonly { readonly customer: string; readonly level: ReminderLevel }[]): ReminderText {
  const overdue = due.filter(({ level }) => level === 'overdue').length
  const parts = [
    ...(overdue > 0 ? [`${overdue} to chase`] : []),
    ...(due.length > overdue ? [`${due.length - overdue} to look at`] : []),
  ]
  const names = due.slice(0, 3).map(({ customer }) => customer)
  return {
    title: `${due.length} waits are due`,
    body: `${parts.join(', ')}: ${names.join(', ')} and ${due.length - names.length} more.`,
  }
}
