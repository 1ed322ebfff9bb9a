import type { ReminderLevel } from '../domain/reminder.ts'
import type { SnoozeId } from '../domain/snooze.ts'
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
export function digestText(many: {
  readonly overdue: number
  readonly due: number
  /** Of the first few. */
  readonly customers: readonly string[]
}): ReminderText {
  const { overdue, due, customers } = many
  const parts = [...(overdue > 0 ? [`${overdue} to chase`] : []), ...(due > 0 ? [`${due} to look at`] : [])]
  const more = overdue + due - customers.length
  return {
    title: `${overdue + due} waits are due`,
    body: `${parts.join(', ')}: ${customers.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
  }
}

/** What a click on the notification leads to. */
export function reminderAction(reference: string | null): string {
  return reference === null ? 'Open Today' : `Open ${reference}`
}

export const snoozeLabels: Readonly<Record<SnoozeId, string>> = {
  hour: 'In an hour',
  'three-hours': 'In three hours',
  tomorrow: 'Tomorrow morning',
  monday: 'Monday morning',
  week: 'In a week',
}
