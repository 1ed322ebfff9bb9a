import ical, { ICalAlarmType } from 'ical-generator'
import type { WaitView } from '../../../shared/contract/views.ts'
import { formatAccountId } from '../../../shared/domain/values/account-id.ts'
import type { CaseRow } from '../ports.ts'

/** An open wait with the case it belongs to. */
export interface CalendarWait {
  readonly row: CaseRow
  readonly wait: WaitView
  /** When the wait was recorded: the same whenever the calendar is made. */
  readonly recordedAt: string
}

/**
 * Open waits as a calendar: an event each, from the time to look to the time to chase, with an alarm at both.
 * Its UID is the wait's own, so that importing the calendar again moves events instead of doubling them. Times are UTC.
 */
export function calendarOf(waits: readonly CalendarWait[]): string {
  const calendar = ical({ prodId: { company: 'MSP Casebook', product: 'Waits' }, name: 'MSP Casebook: waits' })
  for (const { row, wait, recordedAt } of waits) {
    const ref = `C-${row.record.number}`
    const due = new Date(wait.dueAt)
    const overdue = new Date(wait.overdueAt)
    const summary = `${ref} ${row.customerName}: ${wait.title}`
    const event = calendar.createEvent({
      id: `${wait.id}@wait.msp-casebook`,
      start: due,
      end: overdue > due ? overdue : new Date(due.getTime() + 15 * 60_000),
      stamp: new Date(recordedAt),
      summary,
      description: [
        wait.why,
        `Due ${wait.dueAt}; overdue ${wait.overdueAt}.`,
        `Management account ${formatAccountId(row.managementAccountId)}.`,
      ].join('\n'),
      categories: [{ name: wait.waitsOn }],
    })
    event.createAlarm({ type: ICalAlarmType.display, trigger: due, description: `Look: ${summary}` })
    event.createAlarm({ type: ICalAlarmType.display, trigger: overdue, description: `Chase: ${summary}` })
  }
  return calendar.toString()
}
