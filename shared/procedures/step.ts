import type { Condition, Step } from '../domain/procedure/types.ts'

/** The sentences of a step. `says` are the document's instructions, each with its number there. */
export interface StepText {
  readonly title: string
  readonly why: string
  readonly says?: readonly (readonly [number: string, text: string])[]
}

/** A step as procedures write it: what is usual may be left out. */
export type StepSketch = Pick<Step, 'id' | 'source' | 'kind'> &
  Partial<Omit<Step, 'title' | 'why' | 'instructions'>> & {
    readonly text: StepText
    /** Instructions, by number, that are those of one branch. */
    readonly only?: Readonly<Record<string, Condition>>
  }

/** The writer of steps for one source document: `stepsOf('004')`. */
export function stepsOf(document: string): (sketch: StepSketch) => Step {
  return ({ text, only = {}, ...sketch }) => ({
    title: text.title,
    why: text.why,
    instructions: (text.says ?? []).map(([number, says]) => {
      const when = only[number]
      return { source: `${document}, ${number}`, text: says, ...(when === undefined ? {} : { when }) }
    }),
    of: 'case',
    values: [],
    enters: [],
    link: null,
    message: null,
    traps: [],
    checks: [],
    action: null,
    evidence: 'optional',
    gate: [],
    actionGate: null,
    when: null,
    after: [],
    settledBy: null,
    effects: [],
    ...sketch,
  })
}
