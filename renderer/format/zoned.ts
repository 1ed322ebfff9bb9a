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

/** `2026-11-14T16:20`, the text of a `datetime-local` input. */
export function toWallTime(instant: string, zone: string): string {
  const parts = format(zone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(new Date(instant))
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((p) => p.type === type)?.value ?? ''
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`
}

/**
 * The instant at which the zone's clocks show this wall time; null where the text is no date and time, or falls into
 * the hour that a change of clocks leaves out. Of an hour that happens twice, the first.
 */
export function fromWallTime(text: string, zone: string): string | null {
  const wall = Date.parse(`${text}:00.000Z`)
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) || Number.isNaN(wall)) return null
  // No zone is further than 14 hours from UTC: the offsets half a day before and after cover any change between them.
  const offsets = [-14, 14].map((hours) => offsetAt(wall + hours * 3_600_000, zone))
  const candidates = offsets.map((offset) => wall - offset).sort((a, b) => a - b)
  const found = candidates.find((millis) => toWallTime(new Date(millis).toISOString(), zone) === text)
  return found === undefined ? null : new Date(found).toISOString()
}

/** Milliseconds the zone's clocks are ahead of UTC at an instant, to the minute. */
function offsetAt(millis: number, zone: string): number {
  const minute = Math.floor(millis / 60_000) * 60_000
  return Date.parse(`${toWallTime(new Date(minute).toISOString(), zone)}:00.000Z`) - minute
}
