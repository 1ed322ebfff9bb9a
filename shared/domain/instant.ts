/** A point in time as UTC ISO text with milliseconds, `2026-11-14T15:20:00.000Z`: sortable, storable, zone-free. */
export type Instant = string

/** Whether a text is an instant in that very form, of a day that there is: 30 February is none. */
export function isInstant(text: string): text is Instant {
  // Every month has 28 days; only later ones have to be looked up.
  if (!Number.isNaN(countedMillis(text)) && digits(text, 8, 10) <= 28) return true
  const millis = Date.parse(text)
  return !Number.isNaN(millis) && new Date(millis).toISOString() === text
}

/** Milliseconds in one hour. Hours here are elapsed hours, never calendar ones (DOMAIN, trap 14). */
export const HOUR = 3_600_000

/** Milliseconds since 1970; NaN where the text is no time at all. */
export function toMillis(instant: Instant): number {
  const counted = countedMillis(instant)
  return Number.isNaN(counted) ? Date.parse(instant) : counted
}

const DAY = 24 * HOUR

/**
 * The milliseconds of an instant in its own form, counted out; NaN for any other text. A hundred thousand waits are
 * looked at at once, and every record that is read has instants: the general parser of the engine takes ten times as long.
 */
function countedMillis(text: string): number {
  if (text.length !== 24 || text.charCodeAt(10) !== T || text.charCodeAt(23) !== Z) return Number.NaN
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH || text.charCodeAt(19) !== DOT) return Number.NaN
  if (text.charCodeAt(13) !== COLON || text.charCodeAt(16) !== COLON) return Number.NaN
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)]
  const [hour, minute, second] = [digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, 19)]
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour < 24 && minute < 60 && second < 60))
    return Number.NaN
  // Counted from March on, the leap day is the last of a year, and the months before it have the lengths of 153 days in five.
  const shifted = month > 2 ? year : year - 1
  const years = 365 * shifted + Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400)
  const days = years + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1 - DAYS_TO_1970
  return days * DAY + hour * HOUR + minute * 60_000 + second * 1_000 + digits(text, 20, 23)
}

const [T, Z, ZERO, DASH, COLON, DOT] = [0x54, 0x5a, 0x30, 0x2d, 0x3a, 0x2e]
/** From 1 March of the year 0 to 1970. */
const DAYS_TO_1970 = 719_468

/** The number that stands there in digits; NaN where something else does. */
function digits(text: string, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - ZERO
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    number = number * 10 + digit
  }
  return number
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
