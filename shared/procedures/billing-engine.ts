import { REDSHIFT_REPORT } from '../domain/procedure/report-profile.ts'
import type { Condition, Procedure } from '../domain/procedure/types.ts'
import { billingEngineText as text } from '../text/procedures/billing-engine.ts'
import { intakeOf } from './intake.ts'
import { stepsOf } from './step.ts'

const step = stepsOf('002')

const aws: Condition = { fact: 'cloud', is: 'aws' }
const otherCloud: Condition = { fact: 'cloud', is: ['azure', 'google'] }
const newCustomer: Condition = { all: [aws, { fact: 'spotAccount', is: 'new' }] }
const existingCustomer: Condition = { all: [aws, { fact: 'spotAccount', is: 'existing' }] }
const newReport: Condition = { all: [newCustomer, { not: { fact: 'billingReport', is: 'existing' } }] }

/**
 * Connect AWS Account to Billing Engine (source document 002). A new Spot account gets a report of its own kind and the
 * whole wizard; an existing Spot customer runs the IAM template again; Azure and Google Cloud end in a ticket.
 */
export const billingEngine: Procedure = {
  id: 'billing-engine',
  version: 1,
  title: text.title,
  document: '002',
  summary: text.summary,
  who: text.who,
  signIn: 'payer',
  report: REDSHIFT_REPORT,
  intake: intakeOf({
    questions: [
      { fact: 'cloud', source: '002, introduction, Azure and Google Cloud', ...text.intake.cloud, required: true },
      { fact: 'spotAccount', source: '002, existing customers', ...text.intake.spotAccount, required: true, when: aws },
      { fact: 'billingReport', source: '002, account wizard 2', ...text.intake.billingReport, when: newCustomer },
    ],
    explanations: [
      { source: '002, introduction', ...text.intake.which },
      { source: '002, introduction, Azure and Google Cloud', ...text.intake.ticket },
      { source: '002, configure S3 bucket 4', ...text.intake.region },
    ],
    region: 'free',
  }),
  waits: [
    {
      id: 'billing-delivery',
      ...text.waits.billingDelivery,
      expectedHours: 24,
      graceHours: 6,
      source: '002, review 3',
      waitsOn: 'aws',
    },
    {
      id: 'ticket-answer',
      ...text.waits.ticketAnswer,
      expectedHours: 48,
      graceHours: 24,
      source: '002, introduction, Azure and Google Cloud',
      waitsOn: 'spot',
    },
  ],
  phases: [
    {
      id: 'ticket',
      title: text.phases.ticket,
      steps: [
        step({
          id: 'ticket.create',
          source: '002, introduction, Azure and Google Cloud',
          kind: 'do',
          text: text.ticket,
          values: ['orgIds'],
          message: 'ticket-cloud',
          when: otherCloud,
          effects: [{ startWait: 'ticket-answer' }],
        }),
        step({
          id: 'ticket.answered',
          source: '002, introduction, Azure and Google Cloud',
          kind: 'wait',
          text: text.ticketAnswered,
          traps: ['hours-are-calendar-hours'],
          gate: [{ step: 'ticket.create' }],
          when: otherCloud,
          effects: [{ meetWait: 'ticket-answer' }],
        }),
      ],
    },
    {
      id: 'report',
      title: text.phases.report,
      steps: [
        step({
          id: 'report.sign-in',
          source: '002, configure the CUR 1',
          kind: 'do',
          text: text.billingConsole,
          values: ['payerAccountId'],
          link: 'report-list',
          traps: ['root-means-payer', 'billing-transfer', 'billing-access-activation'],
          checks: ['account.payer'],
          when: newReport,
          settledBy: { passed: 'account.payer' },
        }),
        step({
          id: 'report.content',
          source: '002, configure the CUR 5',
          kind: 'enter',
          text: text.reportContent,
          values: ['billingReportName'],
          enters: ['billingReportName'],
          link: 'create-report',
          traps: ['legacy-report-only', 'one-report-cannot-serve-both'],
          gate: [{ step: 'report.sign-in' }, { known: 'billingReportName' }],
          when: newReport,
          settledBy: { passed: 'report.definition' },
        }),
      ],
    },
    {
      id: 'bucket',
      title: text.phases.bucket,
      steps: [
        step({
          id: 'report.bucket',
          source: '002, configure S3 bucket 3',
          kind: 'enter',
          text: text.bucket,
          values: ['billingBucket', 'billingRegion'],
          enters: ['billingBucket', 'billingRegion'],
          link: 'create-report',
          traps: ['bucket-name-taken'],
          checks: ['bucket.ready'],
          action: 'bucket.create',
          gate: [{ step: 'report.content' }, { known: 'billingBucket' }, { known: 'billingRegion' }],
          actionGate: [newReport, { known: 'billingBucket' }, { known: 'billingRegion' }],
          when: newReport,
          settledBy: { passed: 'bucket.ready' },
        }),
      ],
    },
    {
      id: 'delivery',
      title: text.phases.delivery,
      steps: [
        step({
          id: 'report.delivery-options',
          source: '002, delivery options 1',
          kind: 'enter',
          text: text.delivery,
          values: ['billingPrefix'],
          enters: ['billingPrefix', 'reportVersioning'],
          link: 'create-report',
          traps: ['one-report-cannot-serve-both', 'console-shows-longer-prefix'],
          gate: [{ step: 'report.bucket' }, { known: 'billingPrefix' }, { known: 'reportVersioning' }],
          when: newReport,
          settledBy: { passed: 'report.definition' },
        }),
      ],
    },
    {
      id: 'review',
      title: text.phases.review,
      steps: [
        step({
          id: 'report.create',
          source: '002, review 3',
          kind: 'do',
          text: text.review,
          values: ['billingReportName', 'billingBucket', 'billingPrefix', 'billingRegion'],
          link: 'report-list',
          traps: ['hours-are-calendar-hours'],
          checks: ['report.definition'],
          action: 'report.create',
          gate: [{ step: 'report.delivery-options' }],
          actionGate: [
            newReport,
            { known: 'billingReportName' },
            { known: 'billingBucket' },
            { known: 'billingRegion' },
            { known: 'reportVersioning' },
          ],
          when: newReport,
          settledBy: { passed: 'report.definition' },
          effects: [{ startWait: 'billing-delivery' }],
        }),
      ],
    },
    {
      id: 'wizard',
      title: text.phases.wizard,
      steps: [
        step({
          id: 'wizard.sign-in',
          source: '002, account wizard 1',
          kind: 'do',
          text: text.wizardSignIn,
          values: ['payerAccountId'],
          link: 'spot-console',
          gate: [{ step: 'report.create' }],
          when: newCustomer,
        }),
        step({
          id: 'wizard.report',
          source: '002, account wizard 2',
          kind: 'enter',
          text: text.wizardReport,
          values: ['billingReportName', 'billingBucket', 'billingPrefix', 'billingRegion'],
          enters: ['billingReportName', 'billingBucket', 'billingPrefix', 'billingRegion'],
          link: 'spot-console',
          gate: [{ step: 'wizard.sign-in' }, { known: 'billingBucket' }],
          when: newCustomer,
        }),
        step({
          id: 'wizard.role',
          source: '002, account wizard 3',
          kind: 'do',
          text: text.wizardRole,
          link: 'stacks',
          traps: ['role-of-the-management-account'],
          gate: [{ step: 'wizard.report' }],
          when: newCustomer,
        }),
        step({
          id: 'existing.report',
          source: '002, existing customers 1',
          kind: 'do',
          text: text.existingReport,
          link: 'spot-console',
          when: existingCustomer,
        }),
        step({
          id: 'existing.role',
          source: '002, existing customers 2',
          kind: 'do',
          text: text.existingRole,
          link: 'stacks',
          gate: [{ step: 'existing.report' }],
          when: existingCustomer,
        }),
        step({
          id: 'account.connected',
          source: '002, account wizard 4',
          kind: 'do',
          text: text.connected,
          only: { 'account wizard 4': newCustomer, 'existing customers 3': existingCustomer },
          link: 'spot-console',
          gate: [{ step: 'wizard.role' }, { step: 'existing.role' }],
          when: aws,
        }),
      ],
    },
    {
      id: 'delivered',
      title: text.phases.delivered,
      steps: [
        step({
          id: 'report.delivered',
          source: '002, review 3',
          kind: 'wait',
          text: text.delivered,
          values: ['billingReportName'],
          link: 'report-list',
          traps: ['console-times-are-local'],
          checks: ['report.delivered'],
          evidence: 'required',
          gate: [{ step: 'report.create' }],
          when: newReport,
          settledBy: { passed: 'report.delivered' },
          effects: [{ meetWait: 'billing-delivery' }],
        }),
      ],
    },
  ],
}
