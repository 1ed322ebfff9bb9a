/** A point in time as UTC ISO text with milliseconds, `2026-11-14T15:20:00.000Z`: sortable, storable, zone-free. */
export type Instant = string

/** Whether a text is an instant in that very form, of a day that there is: 30 February is none. */
export function isInstant(text: string): text is Instant {
  const millis = Date.parse(text)
  return !Number.isNaN(millis) && new Date(millis).toISOString() === text
}

/** Milliseconds in one hour. Hours here are elapsed hours, never calendar ones (DOMAIN, trap 14). */
export const HOUR = 3_600_000

export function toMillis(instant: Instant): number {
  return Date.parse(instant)
}

export function fromMillis(millis: number): Instant {
  return new Date(millis).toISOString()
}

export function addMillis(instant: Instant, millis: number): Instant {
  return fromMillis(toMillis(instant) + millis)
}

/** `AssemblyLastDelivery` and `ReportStatus.lastDelivery` read like `20200401T081027Z`; null where the text is not one. */
export function fromAwsCompact(text: string): Instant | null {
  const m = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(text)
  if (!m) return null
  const iso = `${m[1]}-${m[2]}-${m[3]}T${m[4]}:${m[5]}:${m[6]}.000Z`
  return isInstant(iso) ? iso : null
}
