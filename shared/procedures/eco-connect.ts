import { ATHENA_REPORT } from '../domain/procedure/report-profile.ts'
import type { Procedure } from '../domain/procedure/types.ts'
import { ecoConnectText as text } from '../text/procedures/eco-connect.ts'
import { dataProcessing, supportAnswer } from './connecting-waits.ts'
import { connectionEnding, notManaged } from './connection-ending.ts'
import { intakeOf } from './intake.ts'
import { stepsOf } from './step.ts'

const step = stepsOf('003')

/**
 * Eco: Connect your AWS Account (source document 003), done by the customer. Where an MSP manages the account, steps 2
 * and 3 fall away, because the MSP runs 004, and the connection ends at Spot Support.
 */
export const ecoConnect: Procedure = {
  id: 'eco-connect',
  version: 1,
  title: text.title,
  document: '003',
  summary: text.summary,
  who: text.who,
  signIn: 'customer',
  report: ATHENA_REPORT,
  intake: intakeOf({
    questions: [
      { fact: 'managedByMsp', source: '003, step 2, important, managed', ...text.intake.managedByMsp, required: true },
      { fact: 'accessHolder', source: '003, prerequisite', ...text.intake.accessHolder },
    ],
    explanations: [
      { source: '003, prerequisite', ...text.intake.readReports },
      { source: '003, AWS region', ...text.intake.region },
    ],
  }),
  waits: [supportAnswer('003, step 6.2, managed'), dataProcessing('003, last paragraph')],
  phases: [
    {
      id: 'start',
      title: text.phases.start,
      steps: [
        step({
          id: 'wizard.start',
          source: '003, get started 1',
          kind: 'do',
          text: text.wizard,
          link: 'spot-console',
        }),
        step({
          id: 'account.sign-in',
          source: '003, step 1',
          kind: 'do',
          text: text.signIn,
          values: ['managementAccountId'],
          traps: ['root-means-payer', 'billing-access-activation', 'dead-links'],
        }),
      ],
    },
    {
      id: 'report',
      title: text.phases.report,
      steps: [
        step({
          id: 'report.create',
          source: '003, step 2',
          kind: 'enter',
          text: text.report,
          values: ['reportName', 'bucket', 'prefix', 'region'],
          enters: ['reportName', 'bucket', 'prefix', 'region'],
          link: 'report-list',
          traps: ['legacy-report-only', 'billing-transfer', 'bucket-name-taken', 'one-report-cannot-serve-both'],
          checks: ['account.payer', 'bucket.ready', 'report.definition'],
          gate: [{ step: 'account.sign-in' }, { known: 'bucket' }, { fact: 'payerKind', is: ['dedicated', 'shared'] }],
          when: notManaged,
          settledBy: { passed: 'report.definition' },
        }),
        step({
          id: 'bucket.hand-over',
          source: '003, step 3.3',
          kind: 'do',
          text: text.bucket,
          values: ['bucket'],
          link: 'report-list',
          gate: [{ step: 'report.create' }],
          when: notManaged,
        }),
      ],
    },
    {
      id: 'role',
      title: text.phases.role,
      steps: [
        step({
          id: 'template.open',
          source: '003, step 4',
          kind: 'do',
          text: text.template,
          link: 'spot-console',
          gate: [{ step: 'wizard.start' }, { step: 'account.sign-in' }, { step: 'bucket.hand-over' }],
        }),
        step({
          id: 'stack.create',
          source: '003, step 5',
          kind: 'do',
          text: text.stack,
          link: 'stacks',
          traps: ['region-of-bucket-and-stack'],
          gate: [{ step: 'template.open' }],
        }),
        step({
          id: 'role-arn.hand-over',
          source: '003, step 6.1',
          kind: 'collect',
          text: text.roleArn,
          values: ['roleArns'],
          enters: ['roleArns'],
          link: 'stacks',
          traps: ['role-of-the-management-account'],
          gate: [{ step: 'stack.create' }, { known: 'roleArns' }],
        }),
      ],
    },
    connectionEnding(step, text, { step: '003, step 6.2', last: '003, last paragraph' }),
  ],
}
