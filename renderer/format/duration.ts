import { durationText } from '../../shared/text/times.ts'

const MINUTE = 60_000

/** Where now stands to a due instant: `in 5 h 12 min`, `2 h ago`. @param millis milliseconds until it; negative after it */
export function fromNow(millis: number): string {
  if (Math.abs(millis) < MINUTE) return 'now'
  return millis > 0 ? `in ${durationText(millis)}` : `${durationText(millis)} ago`
}

/** What is left of a wait: `5 h left`, `2 h past due`. @param millis milliseconds left; negative once it is due */
export function timeLeft(millis: number): string {
  if (Math.abs(millis) < MINUTE) return 'due now'
  return millis > 0 ? `${durationText(millis)} left` : `${durationText(millis)} past due`
}

/** How long something has been so: `for 2 d 4 h`. @param millis milliseconds since it began */
export function lasting(millis: number): string {
  return millis < MINUTE ? 'just now' : `for ${durationText(millis)}`
}
