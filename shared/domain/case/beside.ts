import { evaluate } from '../procedure/engine.ts'
import type { Beside, Procedure, Step } from '../procedure/types.ts'
import type { Case } from '../records/case-aggregate.ts'
import type { Settings } from '../records/settings.ts'
import { factsOf } from './facts-of.ts'

/** A case with the procedure it is pinned to. */
export interface Running {
  readonly case: Case
  readonly procedure: Procedure
}

/** A step of one case that had better wait for a step of another case of the same customer. */
export interface Awaited {
  readonly step: Step
  readonly other: Running
  readonly awaited: Step
  readonly why: string
}

/** What a case waits for in the customer's other cases. Over once the other step is settled, or its case given up. */
export function awaitedBeside(one: Running, others: readonly Running[], settings: Settings): readonly Awaited[] {
  if (one.case.record.state === 'done' || one.case.record.state === 'abandoned') return []
  return openSteps(one, settings).flatMap((step) =>
    step.after.flatMap((beside) => others.flatMap((other) => awaited(step, beside, other, settings))),
  )
}

function awaited(
  step: Step,
  { procedure, step: id, why }: Beside,
  other: Running,
  settings: Settings,
): readonly Awaited[] {
  if (other.procedure.id !== procedure || other.case.record.state === 'abandoned') return []
  const open = openSteps(other, settings).find((s) => s.id === id)
  return open ? [{ step, other, awaited: open, why }] : []
}

function openSteps({ case: c, procedure }: Running, settings: Settings): readonly Step[] {
  const { steps } = evaluate(procedure, c, factsOf(c, settings))
  return steps.filter((s) => s.status !== 'done' && s.status !== 'not-applicable').map((s) => s.step)
}
