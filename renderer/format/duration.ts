const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A length of time in at most two units, rounded down: `2 d 4 h`, `5 h 12 min`, `40 min`. @param millis milliseconds */
export function duration(millis: number): string {
  const ms = Math.abs(millis)
  if (ms < MINUTE) return 'less than a minute'
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`
  if (ms < DAY) return pair(Math.floor(ms / HOUR), 'h', Math.floor((ms % HOUR) / MINUTE), 'min')
  return pair(Math.floor(ms / DAY), 'd', Math.floor((ms % DAY) / HOUR), 'h')
}

function pair(major: number, majorUnit: string, minor: number, minorUnit: string): string {
  return minor === 0 ? `${major} ${majorUnit}` : `${major} ${majorUnit} ${minor} ${minorUnit}`
}

/** Where now stands to a due instant: `in 5 h 12 min`, `2 h ago`. @param millis milliseconds until it; negative after it */
export function fromNow(millis: number): string {
  if (Math.abs(millis) < MINUTE) return 'now'
  return millis > 0 ? `in ${duration(millis)}` : `${duration(millis)} ago`
}

/** What is left of a wait: `5 h left`, `2 h past due`. @param millis milliseconds left; negative once it is due */
export function timeLeft(millis: number): string {
  if (Math.abs(millis) < MINUTE) return 'due now'
  return millis > 0 ? `${duration(millis)} left` : `${duration(millis)} past due`
}
