import { ATHENA_REPORT } from '../domain/procedure/report-profile.ts'
import type { Procedure } from '../domain/procedure/types.ts'
import { cloudAnalyzerFirstText as text } from '../text/procedures/cloud-analyzer-first.ts'
import { dataProcessing } from './connecting-waits.ts'
import { intakeOf } from './intake.ts'
import { stepsOf } from './step.ts'

const step = stepsOf('001')

/**
 * Connect Master Payer Account: First Registration (source document 001), done by a customer who is new at Spot.
 * AWS China is asked first: there the consoles, the region and the ARNs are others, and everything is done by hand.
 */
export const cloudAnalyzerFirst: Procedure = {
  id: 'cloud-analyzer-first',
  version: 1,
  title: text.title,
  document: '001',
  summary: text.summary,
  who: text.who,
  signIn: 'customer',
  report: ATHENA_REPORT,
  intake: intakeOf({
    questions: [
      { fact: 'partition', source: '001, step 1', ...text.intake.partition },
      { fact: 'accessHolder', source: '001, prerequisites 2', ...text.intake.accessHolder },
    ],
    explanations: [
      { source: '001, introduction', ...text.intake.which },
      { source: '001, prerequisites 1', ...text.intake.organizationAdmin },
      { source: '001, prerequisites 2', ...text.intake.readReports },
      { source: '001, AWS region', ...text.intake.region },
    ],
  }),
  waits: [dataProcessing('001, last paragraph')],
  phases: [
    {
      id: 'start',
      title: text.phases.start,
      steps: [
        step({
          id: 'wizard.start',
          source: '001, get started 1',
          kind: 'do',
          text: text.wizard,
          link: 'spot-console',
        }),
        step({
          id: 'account.china',
          source: '001, step 1',
          kind: 'decide',
          text: text.china,
          enters: ['partition'],
          gate: [{ known: 'partition' }],
        }),
        step({
          id: 'account.sign-in',
          source: '001, step 2',
          kind: 'do',
          text: text.signIn,
          values: ['managementAccountId'],
          traps: ['root-means-payer', 'dead-links'],
          gate: [{ step: 'account.china' }],
        }),
        step({
          id: 'account.billing-access',
          source: '001, step 3',
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
          id: 'products.choose',
          source: '001, step 4.1',
          kind: 'decide',
          text: text.products,
          values: ['spotProducts'],
          enters: ['spotProducts'],
          link: 'spot-console',
          gate: [{ step: 'wizard.start' }, { known: 'spotProducts' }],
        }),
        step({
          id: 'report.create',
          source: '001, step 4.2',
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
          source: '001, step 4.6',
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
          source: '001, step 5.1',
          kind: 'do',
          text: text.template,
          values: ['spotProducts'],
          link: 'spot-console',
          gate: [{ step: 'products.choose' }, { step: 'bucket.hand-over' }],
        }),
        step({
          id: 'stack.create',
          source: '001, step 5.2',
          kind: 'do',
          text: text.stack,
          link: 'stacks',
          traps: ['region-of-bucket-and-stack'],
          gate: [{ step: 'template.open' }],
        }),
        step({
          id: 'role-arn.hand-over',
          source: '001, step 6.2',
          kind: 'collect',
          text: text.roleArn,
          values: ['roleArns'],
          enters: ['roleArns'],
          link: 'stacks',
          traps: ['role-of-the-management-account', 'durations-differ'],
          gate: [{ step: 'stack.create' }, { known: 'roleArns' }],
          effects: [{ startWait: 'data-processing' }],
        }),
      ],
    },
    {
      id: 'finish',
      title: text.phases.finish,
      steps: [
        step({
          id: 'finish.processed',
          source: '001, last paragraph',
          kind: 'wait',
          text: text.processed,
          traps: ['hours-are-calendar-hours'],
          evidence: 'required',
          gate: [{ step: 'role-arn.hand-over' }],
          effects: [{ meetWait: 'data-processing' }],
        }),
      ],
    },
  ],
}
