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

const END = 'END:VCALENDAR'

/** What stands before and after the events. */
export function calendarFrame(): readonly [head: string, end: string] {
  return [emptyCalendar().toString().slice(0, -END.length), END]
}

/**
 * Open waits as events of a calendar, one each, from the time to look to the time to chase, with an alarm at both.
 * Its UID is the wait's own, so that importing the calendar again moves events instead of doubling them. Times are UTC.
 * They stand within the frame; many are made some at a time, as the library holds a kilobyte or twenty for each.
 */
export function calendarEvents(waits: readonly CalendarWait[]): string {
  const calendar = emptyCalendar()
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
  return calendar.toString().slice(calendarFrame()[0].length, -END.length)
}

function emptyCalendar() {
  return ical({ prodId: { company: 'MSP Casebook', product: 'Waits' }, name: 'MSP Casebook: waits' })
}
