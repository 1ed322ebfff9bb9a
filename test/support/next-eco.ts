import { allSteps } from '../../shared/domain/procedure/engine.ts'
import type { Procedure, Step } from '../../shared/domain/procedure/types.ts'
import { ecoConnect } from '../../shared/procedures/eco-connect.ts'
import { stepsOf } from '../../shared/procedures/step.ts'

function of(id: string): Step {
  const step = allSteps(ecoConnect).find((s) => s.id === id)
  if (!step) throw new Error(`no step ${id}`)
  return step
}

const tags = stepsOf('003')({
  id: 'tags.set',
  source: '003, step 5',
  kind: 'do',
  text: { title: 'Tag the stack', why: 'So that it is found again.' },
  gate: [{ step: 'template.review' }],
})

/** A made-up second version of the Eco procedure: one step more, one less, one with another name, some different. */
export const nextEco: Procedure = {
  ...ecoConnect,
  version: 2,
  waits: ecoConnect.waits.filter((w) => w.id !== 'support-answer'),
  phases: [
    {
      id: 'all',
      title: 'All of it',
      steps: [
        { ...of('wizard.start'), title: 'Start the new wizard' },
        of('account.sign-in'),
        of('report.create'),
        {
          ...of('template.open'),
          id: 'template.review',
          formerly: 'template.open',
          gate: [{ step: 'account.sign-in' }],
        },
        tags,
        { ...of('role-arn.hand-over'), gate: [{ step: 'tags.set' }, { known: 'roleArns' }] },
        of('finish.done'),
        { ...of('finish.support'), gate: [{ step: 'tags.set' }], effects: [] },
        { ...of('finish.connected'), effects: [{ startWait: 'data-processing' }] },
        of('finish.processed'),
      ],
    },
  ],
}
