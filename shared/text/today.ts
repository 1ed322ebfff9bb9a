import type { WaitView } from '../contract/views.ts'
import { HOUR } from '../domain/instant.ts'
import { durationText } from './times.ts'

/** What somebody has to do about a wait as it stands: “Chase Spot: Spot answers with a link”. */
export function waitTodo(wait: WaitView): string {
  switch (wait.state) {
    case 'overdue':
      return `Chase ${WHO[wait.waitsOn]}: ${lowered(wait.title)}`
    case 'ready':
      return wait.look
    case 'clock-suspect':
      return 'Set this computer’s clock'
    default:
      return wait.title
  }
}

/** Why a step can be done now. How long nobody has touched the case is worth a word from a day on. @param millis since then */
export function todoReason(blocked: boolean, millis: number): string {
  const why = blocked ? 'Another step is blocked' : 'Nothing stands in its way'
  return millis < 24 * HOUR ? `${why}.` : `${why}; untouched for ${durationText(millis)}.`
}

/** Why a case is listed that nobody has touched. @param millis since then */
export function untouchedReason(blocked: boolean, millis: number): string {
  const since = `Nothing has happened for ${durationText(millis)}, and nothing runs by itself`
  return blocked ? `${since}; a step is blocked.` : `${since}.`
}

/** What there is to do in a case of which no step can be done. */
export const UNTOUCHED_TODO = {
  blocked: 'See what the blocked step needs',
  other: 'Take it up again, or put it on hold',
} as const

/** @param until as the operator reads it */
export function snoozedReason(until: string, why: string): string {
  return `Put off until ${until}. ${why}`
}

const WHO: Readonly<Record<WaitView['waitsOn'], string>> = { aws: 'AWS', spot: 'Spot', customer: 'the customer' }

/** A title within a sentence: its first letter small, unless it is a name. */
function lowered(title: string): string {
  return /^(AWS|Spot)\b/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1)
}
