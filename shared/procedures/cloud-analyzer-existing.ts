import { ATHENA_REPORT } from '../domain/procedure/report-profile.ts'
import type { Procedure } from '../domain/procedure/types.ts'
import { cloudAnalyzerExistingText as text } from '../text/procedures/cloud-analyzer-existing.ts'
import { dataProcessing, supportAnswer } from './connecting-waits.ts'
import { connectionEnding } from './connection-ending.ts'
import { intakeOf } from './intake.ts'
import { stepsOf } from './step.ts'

const step = stepsOf('000')

/**
 * Connect Master Payer Account: Existing Customer (source document 000), done by the customer. Where an MSP manages the
 * account, the connection ends at Spot Support.
 */
export const cloudAnalyzerExisting: Procedure = {
  id: 'cloud-analyzer-existing',
  version: 1,
  title: text.title,
  document: '000',
  summary: text.summary,
  who: text.who,
  signIn: 'customer',
  report: ATHENA_REPORT,
  intake: intakeOf({
    questions: [
      { fact: 'managedByMsp', source: '000, step 7.2, managed', ...text.intake.managedByMsp, required: true },
      { fact: 'accessHolder', source: '000, prerequisites 2', ...text.intake.accessHolder },
    ],
    explanations: [
      { source: '000, introduction', ...text.intake.which },
      { source: '000, prerequisites 1', ...text.intake.organizationAdmin },
      { source: '000, prerequisites 2', ...text.intake.readReports },
      { source: '000, AWS region', ...text.intake.region },
    ],
  }),
  waits: [supportAnswer('000, step 7.2, managed'), dataProcessing('000, last paragraph')],
  phases: [
    {
      id: 'start',
      title: text.phases.start,
      steps: [
        step({
          id: 'wizard.start',
          source: '000, get started 1',
          kind: 'do',
          text: text.wizard,
          link: 'spot-console',
        }),
        step({
          id: 'account.sign-in',
          source: '000, step 1',
          kind: 'do',
          text: text.signIn,
          values: ['managementAccountId'],
          traps: ['root-means-payer', 'dead-links'],
        }),
        step({
          id: 'account.billing-access',
          source: '000, step 2',
          kind: 'do',
          text: text.billingAccess,
          link: 'billing-access',
          traps: ['billing-access-activation'],
          gate: [{ step: 'account.sign-in' }],
        }),
      ],
    },
    {
      id: 'report',
      title: text.phases.report,
      steps: [
        step({
          id: 'report.create',
          source: '000, step 3',
          kind: 'enter',
          text: text.report,
          values: ['reportName', 'bucket', 'prefix', 'region'],
          enters: ['reportName', 'bucket', 'prefix', 'region'],
          link: 'report-list',
          traps: ['legacy-report-only', 'billing-transfer', 'bucket-name-taken', 'one-report-cannot-serve-both'],
          checks: ['account.payer', 'bucket.ready', 'report.definition'],
          gate: [
            { step: 'account.billing-access' },
            { known: 'bucket' },
            { fact: 'payerKind', is: ['dedicated', 'shared'] },
          ],
          settledBy: { passed: 'report.definition' },
        }),
        step({
          id: 'bucket.hand-over',
          source: '000, step 4.3',
          kind: 'do',
          text: text.bucket,
          values: ['bucket'],
          link: 'report-list',
          gate: [{ step: 'report.create' }],
        }),
      ],
    },
    {
      id: 'role',
      title: text.phases.role,
      steps: [
        step({
          id: 'template.open',
          source: '000, step 5',
          kind: 'do',
          text: text.template,
          link: 'spot-console',
          gate: [{ step: 'wizard.start' }, { step: 'bucket.hand-over' }],
        }),
        step({
          id: 'stack.create',
          source: '000, step 6',
          kind: 'do',
          text: text.stack,
          link: 'stacks',
          traps: ['region-of-bucket-and-stack'],
          gate: [{ step: 'template.open' }],
        }),
        step({
          id: 'role-arn.hand-over',
          source: '000, step 7.1',
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
    connectionEnding(step, text, { step: '000, step 7.2', last: '000, last paragraph' }),
  ],
}
