const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/**
 * `14 Nov 2026, 15:20 UTC`: for a sentence that has no zone to read times in, or whose reader may be anywhere. What is no
 * instant stays as it is.
 */
export function minute(instant: string): string {
  const [, year, month, day, time] = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})/.exec(instant) ?? []
  return time === undefined ? instant : `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}, ${time} UTC`
}
