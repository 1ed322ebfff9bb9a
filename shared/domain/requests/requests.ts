import { requestMessage } from '../../text/requests.ts'
import type { Act } from '../case/act.ts'
import { CaseChange } from '../case/case-change.ts'
import { refuseUnlessOpen } from '../case/is-open.ts'
import { refuseFuture } from '../case/refuse-future.ts'
import type { Procedure } from '../procedure/types.ts'
import type { Case } from '../records/case-aggregate.ts'
import type { ChangeSet } from '../records/change-set.ts'
import { type Decided, isRefusal, type Refusal, refuse } from '../refusal.ts'
import { isOpen } from '../wait/wait-state.ts'
import { REQUEST_IDS, type RequestDefinition, requestNamed } from './definitions.ts'

/**
 * The customer has been asked: from here the wait for the answer runs, anchored at `act.at`. Asking again starts it
 * anew and keeps the earlier one as history. What was written is kept word for word.
 */
export function createRequest(c: Case, procedure: Procedure, name: string, via: string, act: Act): Decided<ChangeSet> {
  const request = requestOf(c, name, act)
  if (isRefusal(request)) return request
  const { to, subject, text } = requestMessage(request.id, c, act.settings)
  return new CaseChange(c, procedure, act)
    .record('request.sent', { request: request.id, via: via.trim(), to, subject, text })
    .startWait(request.wait.id)
    .finish()
}

/** The customer has given what was asked for. */
export function finishRequest(c: Case, procedure: Procedure, name: string, note: string, act: Act): Decided<ChangeSet> {
  const request = openRequestOf(c, name, act)
  if (isRefusal(request)) return request
  return new CaseChange(c, procedure, act)
    .record('request.done', { request: request.id, note: note.trim() })
    .applyEffects([{ meetWait: request.wait.id }])
    .finish()
}

/** What was asked for is not needed any more. */
export function cancelRequest(
  c: Case,
  procedure: Procedure,
  name: string,
  reason: string,
  act: Act,
): Decided<ChangeSet> {
  const request = openRequestOf(c, name, act)
  if (isRefusal(request)) return request
  const said = reason.trim()
  if (!said) return refuse('request.reason-missing', {}, 'reason')
  return new CaseChange(c, procedure, act)
    .record('request.cancelled', { request: request.id, reason: said })
    .cancelWait(request.wait.id, said)
    .finish()
}

function requestOf(c: Case, name: string, act: Act): RequestDefinition | Refusal {
  const refused = refuseUnlessOpen(c) ?? refuseFuture(act)
  if (refused) return refused
  return requestNamed(name) ?? refuse('request.unknown', { request: name, known: REQUEST_IDS.join(', ') }, 'request')
}

function openRequestOf(c: Case, name: string, act: Act): RequestDefinition | Refusal {
  const request = requestOf(c, name, act)
  if (isRefusal(request)) return request
  const running = c.waits.find((w) => w.definition === request.wait.id && isOpen(w))
  if (!running) return refuse('request.not-open', { request: request.id }, 'request')
  // An answer before the question is a slip in the time that was typed.
  return act.at < running.anchorAt ? refuse('request.early-answer', { askedAt: running.anchorAt }, 'at') : request
}
