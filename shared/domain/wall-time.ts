import type { Instant } from './instant.ts'

/** Instants are UTC; people read and type them on the wall clock of the workspace's zone. */

const formats = new Map<string, Intl.DateTimeFormat>()

function format(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  formats.set(zone, made)
  return made
}

/** `2026-11-14T16:20`, the text of a `datetime-local` input. */
export function toWallTime(instant: Instant, zone: string): string {
  const parts = format(zone).formatToParts(new Date(instant))
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((p) => p.type === type)?.value ?? ''
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`
}

/**
 * The instant at which the zone's clocks show this wall time; null where the text is no date and time, or falls into
 * the hour that a change of clocks leaves out. Of an hour that happens twice, the first.
 */
export function fromWallTime(text: string, zone: string): Instant | null {
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
