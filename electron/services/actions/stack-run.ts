import { STACK_LEFT_OVER, STACK_SUCCESS } from '../../../shared/domain/checks/stack.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import { actionProgress as telling } from '../../../shared/text/action-progress.ts'
import type { NewStack } from '../aws-gateway.ts'
import { CasebookError } from '../casebook-error.ts'
import { must, type Run } from './action-run.ts'

/** A stack that is made, or being made: nothing is left to do for it. */
export function isSound(status: string): boolean {
  return STACK_SUCCESS.includes(status) || status === 'CREATE_IN_PROGRESS'
}

/**
 * Makes a stack unless one of its name stands. AWS allows a name once, and each run brings a token of its own, so that
 * neither a retry nor a second click makes two; an answer that was lost on the way is settled by looking again.
 * @param byBody the same stack from the attached file, for a caller who may not read the object's URL
 */
export async function makeStack(run: Run, stack: NewStack, byBody: (() => Promise<NewStack>) | null): Promise<void> {
  if (await standsAlready(run, stack.name)) return run.say(telling.stackThere(stack.name))
  run.say(telling.makesStack(stack.name))
  const first = await run.session.createStack(stack)
  const denied =
    !first.ok && byBody !== null && (first.fault.kind === 'no-access' || isUnreadableUrl(first.fault.message))
  if (denied) run.say(telling.byBody)
  const made = denied && byBody ? await run.session.createStack(await byBody()) : first
  if (made.ok) {
    run.wrote(made.requestId)
    return run.say(telling.stackBegun(stack.name))
  }
  const { fault } = made
  // It may have been made all the same: by the answer that was lost, or by somebody in the same moment.
  const uncertain = ['exists', 'throttled', 'unavailable', 'timeout', 'offline'].includes(fault.kind)
  if (uncertain) run.say(telling.answerLost)
  if (uncertain && (await standsAlready(run, stack.name))) return run.wrote(fault.requestId)
  must(made, run)
}

/** Deletes a stack that failed to be created, by its ID, so that no other stack of the name can be hit. */
export async function deleteLeftOver(run: Run, name: string): Promise<void> {
  const there = await run.session.stack(name)
  if (!there.ok && there.fault.kind === 'not-found') return run.say(telling.gone(name))
  const { id, status } = must(there, run)
  if (status !== STACK_LEFT_OVER) throw new CasebookError(refuse('stack.not-left-over', { stack: name, status }))
  run.say(telling.deletes(name))
  const deleted = await run.session.deleteStack(id)
  must(deleted, run)
  run.wrote(deleted.ok ? deleted.requestId : null)
}

async function standsAlready(run: Run, stack: string): Promise<boolean> {
  const there = await run.session.stack(stack)
  if (!there.ok && there.fault.kind === 'not-found') return false
  const { status } = must(there, run)
  if (!isSound(status)) throw new CasebookError(refuse('aws.stack-exists', { stack, status }))
  return true
}

/** CloudFormation reports a template it may not read as a validation error that speaks of S3. */
function isUnreadableUrl(message: string): boolean {
  return /S3 error|TemplateURL must|Access Denied/i.test(message)
}
