import type { Condition, Phase } from '../domain/procedure/types.ts'
import type { StepText, stepsOf } from './step.ts'

export const managed: Condition = { fact: 'managedByMsp', is: 'yes' }
export const notManaged: Condition = { fact: 'managedByMsp', is: 'no' }

/** The sentences of the ending; each procedure has its own words. */
export interface EndingText {
  readonly phases: { readonly finish: string }
  readonly done: StepText
  readonly support: StepText
  readonly supportAnswered: StepText
  readonly processed: StepText
  readonly after: { readonly extractor: string }
}

/**
 * How a customer's own connection ends, the same in 003 and 000: done in the wizard, or, where an MSP manages the
 * account, with Spot Support; then 48 hours of data processing.
 */
export function connectionEnding(
  step: ReturnType<typeof stepsOf>,
  text: EndingText,
  sources: { readonly step: string; readonly last: string },
): Phase {
  return {
    id: 'finish',
    title: text.phases.finish,
    steps: [
      step({
        id: 'finish.done',
        source: `${sources.step}, not managed`,
        kind: 'do',
        text: text.done,
        link: 'spot-console',
        traps: ['durations-differ'],
        gate: [{ step: 'role-arn.hand-over' }],
        when: notManaged,
        effects: [{ startWait: 'data-processing' }],
      }),
      step({
        id: 'finish.support',
        source: `${sources.step}, managed`,
        kind: 'do',
        text: text.support,
        values: ['managementAccountId', 'orgIds', 'roleArns'],
        message: 'support-managed',
        gate: [{ step: 'role-arn.hand-over' }],
        when: managed,
        after: [{ procedure: 'msp-cur-extraction', step: 'extractor.create', why: text.after.extractor }],
        effects: [{ startWait: 'support-answer' }],
      }),
      step({
        id: 'finish.connected',
        source: `${sources.step}, managed`,
        kind: 'wait',
        text: text.supportAnswered,
        traps: ['durations-differ'],
        gate: [{ step: 'finish.support' }],
        when: managed,
        effects: [{ meetWait: 'support-answer' }, { startWait: 'data-processing' }],
      }),
      step({
        id: 'finish.processed',
        source: sources.last,
        kind: 'wait',
        text: text.processed,
        traps: ['hours-are-calendar-hours'],
        evidence: 'required',
        gate: [{ step: 'finish.done' }, { step: 'finish.connected' }],
        effects: [{ meetWait: 'data-processing' }],
      }),
    ],
  }
}
