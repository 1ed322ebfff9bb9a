export { fromWallTime, toWallTime } from '../../shared/domain/wall-time.ts'

/** Instants are UTC; people read and type them on the wall clock of the workspace's zone. */

const formats = new Map<string, Intl.DateTimeFormat>()

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', ...options })
  formats.set(key, made)
  return made
}

const DATE = { day: 'numeric', month: 'short', year: 'numeric' } as const
const TIME = { hour: '2-digit', minute: '2-digit' } as const

/** `14 Nov 2026, 16:20` on the wall clock of the zone. */
export function dateTime(instant: string, zone: string): string {
  const date = new Date(instant)
  return `${format(zone, DATE).format(date)}, ${format(zone, TIME).format(date)}`
}

/** `Sat 14 Nov 2026, 16:20`: with the day of the week, where planning around weekends matters. */
export function weekdayDateTime(instant: string, zone: string): string {
  return `${format(zone, { weekday: 'short' }).format(new Date(instant))} ${dateTime(instant, zone)}`
}
