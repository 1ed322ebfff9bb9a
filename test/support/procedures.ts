import type { Condition, Phase, Procedure, Step } from '../../shared/domain/procedure/types.ts'
import { mspCurExtraction } from '../../shared/procedures/msp-cur-extraction.ts'
import { stepsOf } from '../../shared/procedures/step.ts'

const step = stepsOf('004')

/** A step of a procedure that exists for a test only. */
export function makeStepOf(id: string, own: Partial<Omit<Step, 'id' | 'title' | 'why' | 'instructions'>> = {}): Step {
  return step({ id, source: '004, step 1', kind: 'do', text: { title: `Step ${id}`, why: `Why ${id}` }, ...own })
}

/** A procedure with these steps, in one phase for each list; all else is the MSP procedure's. */
export function makeProcedure(...phases: readonly (readonly Step[])[]): Procedure {
  const numbered = phases.map((steps, i): Phase => ({ id: `phase-${i + 1}`, title: `Phase ${i + 1}`, steps }))
  return { ...mspCurExtraction, phases: numbered }
}

/** Steps that each wait for the one before. */
export function inARow(...ids: readonly string[]): readonly Step[] {
  return ids.map((id, i) => {
    const before = ids[i - 1]
    return makeStepOf(id, { gate: before === undefined ? [] : [{ step: before } satisfies Condition] })
  })
}
