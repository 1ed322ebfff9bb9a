import { HOUR, type Instant, toMillis } from '../domain/instant.ts'

/** An instant as the operator reads it: “14 Nov 2026, 16:20 (Berlin)”. An unknown zone is read as UTC. */
export function localText(instant: Instant, zone: string): string {
  const { clock, name } = zoneTools(zone)
  const parts = clock.formatToParts(toMillis(instant))
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? ''
  return `${part('day')} ${part('month')} ${part('year')}, ${part('hour')}:${part('minute')} (${name})`
}

/** Name of a zone as people say it: the city of `Europe/Berlin`, or UTC. */
export function zoneName(zone: string): string {
  return zone === 'UTC' || zone === 'Etc/UTC' ? 'UTC' : (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

/** A length of time in two units at most: “2 d 4 h”, “3 h 20 min”, “5 min”. */
export function durationText(millis: number): string {
  const minutes = Math.floor(Math.abs(millis) / 60_000)
  const [days, hours, rest] = [Math.floor(minutes / 1_440), Math.floor((minutes % 1_440) / 60), minutes % 60]
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`
  if (hours > 0) return rest > 0 ? `${hours} h ${rest} min` : `${hours} h`
  return rest > 0 ? `${rest} min` : 'less than a minute'
}

/** Whether a Saturday or a Sunday, as the zone has them, lies between two instants. */
export function weekendBetween(from: Instant, to: Instant, zone: string): boolean {
  const { day } = zoneTools(zone)
  for (let t = toMillis(from); t < toMillis(to); t += 12 * HOUR) {
    if (['Sat', 'Sun'].includes(day.format(t))) return true
  }
  return ['Sat', 'Sun'].includes(day.format(toMillis(to)))
}

interface ZoneTools {
  readonly name: string
  readonly clock: Intl.DateTimeFormat
  readonly day: Intl.DateTimeFormat
}

/** Making a formatter costs a hundred times what using it does, and a desk knows few zones. */
const tools = new Map<string, ZoneTools>()

function zoneTools(zone: string): ZoneTools {
  const made = tools.get(zone)
  if (made) return made
  const timeZone = knownZone(zone)
  const clock = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  })
  const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone })
  const fresh = { name: zoneName(timeZone), clock, day }
  tools.set(zone, fresh)
  return fresh
}

function knownZone(zone: string): string {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: zone })
    return zone
  } catch {
    return 'UTC'
  }
}
