import type { WaitView } from '../../../shared/contract/views.ts'
import type { Instant } from '../../../shared/domain/instant.ts'
import type { Procedure, WaitDefinition } from '../../../shared/domain/procedure/types.ts'
import type { Wait } from '../../../shared/domain/records/wait.ts'
import { waitDefinition } from '../../../shared/domain/requests/definitions.ts'
import { waitState } from '../../../shared/domain/wait/wait-state.ts'
import { localText } from '../../../shared/text/times.ts'
import { waitAdvice, whySentence } from '../../../shared/text/waits.ts'

/** A wait that explains itself: state, due, remaining, and the sentence behind it. The screen prints, it does not compute. */
export function waitView(wait: Wait, procedure: Procedure, now: Instant, zone: string): WaitView {
  const definition = definitionOf(wait, procedure)
  const state = waitState(wait, now)
  return {
    id: wait.id,
    definition: wait.definition,
    title: definition.title,
    state: state.state,
    anchorAt: wait.anchorAt,
    dueAt: state.dueAt,
    overdueAt: state.overdueAt,
    anchorText: localText(wait.anchorAt, zone),
    dueText: localText(state.dueAt, zone),
    remainingMs: state.remainingMs,
    progress: state.progress,
    why: whySentence(wait, definition, state, zone),
    advice: waitAdvice(wait, definition, state, zone),
    metAt: wait.metAt,
    waitsOn: definition.waitsOn,
    look: definition.look,
  }
}

/** The definition a wait was started from; a wait of a definition that is gone still shows under its own name. */
function definitionOf(wait: Wait, procedure: Procedure): WaitDefinition {
  const known = waitDefinition(procedure, wait.definition)
  if (known) return known
  const { definition, expectedHours, graceHours } = wait
  return {
    id: definition,
    title: definition,
    expectedHours,
    graceHours,
    anchor: 'Began',
    promise: `expected to end within ${expectedHours} h`,
    source: '',
    waitsOn: 'aws',
    look: definition,
    chase: 'Look at the case: this version of the app does not know the wait.',
  }
}
