import { STACK_LEFT_OVER } from '../checks/stack.ts'
import type { ActionId, CheckId, Step } from '../procedure/types.ts'
import type { Case } from '../records/case-aggregate.ts'

/** What stands in the way of creating a stack again, by the check that sees it. */
const DELETIONS: Readonly<Partial<Record<ActionId, readonly [CheckId, ActionId]>>> = {
  'crawler-stack.create': ['crawler-stack.status', 'crawler-stack.delete'],
  'extractor-stack.create': ['extractor-stack.status', 'extractor-stack.delete'],
}

/** The action that a step offers now: a stack that failed to be created is cleared away before it is created again. */
export function offeredAction({ action }: Pick<Step, 'action'>, { checks }: Pick<Case, 'checks'>): ActionId | null {
  const deletion = action === null ? undefined : DELETIONS[action]
  if (deletion === undefined) return action
  const [check, instead] = deletion
  const last = checks.find(({ checkId }) => checkId === check)
  const isLeftOver = last?.findings.some(({ params }) => params.status === STACK_LEFT_OVER) ?? false
  return isLeftOver ? instead : action
}
