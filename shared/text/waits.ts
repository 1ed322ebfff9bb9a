import type { Instant } from '../domain/instant.ts'
import type { WaitDefinition } from '../domain/procedure/types.ts'
import type { Wait } from '../domain/records/wait.ts'
import type { WaitState } from '../domain/wait/wait-state.ts'
import { durationText, localText, weekendBetween } from './times.ts'

/** Why a wait is due when it is due: “Sent 14 Nov 2026, 16:20 (Berlin) by Ana; Spot may take up to 72 h; due …”. */
export function whySentence(wait: Wait, definition: WaitDefinition, state: WaitState, zone: string): string {
  const begins = `${definition.anchor} ${localText(wait.anchorAt, zone)} by ${wait.startedBy}`
  const promise = definition.promise.replace(/\b\d+ h\b/, `${wait.expectedHours} h`)
  const paused = wait.pausedMillis > 0 ? `; ${durationText(wait.pausedMillis)} on hold are added` : ''
  switch (state.state) {
    case 'cancelled':
      return `${begins}; ended on ${localText(wait.cancelled?.at ?? wait.anchorAt, zone)}: ${cancelText(wait.cancelled?.reason ?? '')}.`
    case 'met':
      return `${begins}; ${metText(wait.metAt ?? wait.anchorAt, state.earlyByMs ?? 0, zone)}.`
    case 'clock-suspect':
      return `${begins}. This computer’s clock reads earlier than that was recorded, so nothing is counted until it is right.`
    case 'paused':
      return `${begins}; on hold since ${localText(wait.paused?.at ?? wait.anchorAt, zone)}: ${wait.paused?.reason ?? ''}.`
    default:
      return `${begins}; ${promise}${paused}; due ${localText(state.dueAt, zone)}.`
  }
}

/** Advice that goes with a running wait; null where there is nothing to say. Hours run through weekends, as AWS does; people do not. */
export function waitAdvice(wait: Wait, definition: WaitDefinition, state: WaitState, zone: string): string | null {
  if (state.state === 'clock-suspect') return 'Set the clock of this computer, then look again.'
  if (state.state === 'overdue') return definition.chase
  if (state.state !== 'waiting' || definition.waitsOn === 'aws') return null
  return weekendBetween(wait.anchorAt, state.dueAt, zone)
    ? 'A weekend lies in between: an answer on Monday is likelier.'
    : null
}

function metText(at: Instant, earlyByMs: number, zone: string): string {
  const how = earlyByMs >= 0 ? `${durationText(earlyByMs)} before it was due` : `${durationText(earlyByMs)} late`
  return `ended ${localText(at, zone)}, ${how}`
}

function cancelText(reason: string): string {
  const known: Readonly<Record<string, string>> = {
    'started-anew': 'it was started anew',
    'step-reopened': 'the step was reopened',
    returned: 'Spot returned the submission',
    withdrawn: 'the submission was withdrawn',
    migrated: 'the newer version of the procedure does not have it',
    'case-done': 'the case was done',
    'no-longer-applies': 'its step no longer applies to this case',
  }
  return known[reason] ?? reason
}
