import {
  connectingAfter,
  connectingIntake,
  connectingWaits,
  connectingSays as says,
  connectingSteps as steps,
} from './connecting.ts'

/** Every sentence of Cloud Analyzer for existing customers (source document 000), in our words. */
export const cloudAnalyzerExistingText = {
  title: 'Cloud Analyzer: existing Spot customer',
  summary:
    'A customer who uses Spot already connects the Cost and Usage Reports to Cloud Analyzer. Where an MSP manages the account, it ends at Spot Support. Then Spot has up to 48 h to process the first data.',
  who: 'The customer does it; where you manage the account, Spot Support makes the connection at the end.',
  phases: {
    start: 'Start and sign in',
    report: 'Set up the report',
    role: 'Give Spot its role',
    finish: 'Finish and wait',
  },
  waits: connectingWaits,
  after: connectingAfter,
  intake: {
    ...connectingIntake,
    which: {
      title: 'For customers whom Spot knows already',
      text: 'This procedure is for existing Spot customers. A customer who comes to Spot for the first time takes the first registration instead.',
    },
  },
  wizard: {
    ...steps.wizard,
    says: [
      ['get started 1', 'Sign in to the Spot console and go to Cost Analysis in Cloud Analyzer.'],
      ['get started 2', 'Choose Add Permissions.'],
      ['get started 3', 'From here the wizard leads on; the steps below are its pages.'],
    ],
  },
  signIn: { ...steps.signIn, says: [['step 1', says.signIn]] },
  billingAccess: { ...steps.billingAccess, says: [['step 2', says.billingAccess]] },
  report: {
    ...steps.report,
    says: [
      ['step 3', 'The report is set up in the management account.'],
      ['step 3, item 1', says.reportPage],
      ['step 3, item 2', says.newReport],
      ['step 3, item 2.1', says.resourceIds],
      ['step 3, item 2.2', says.refresh],
      ['step 3, item 2.3', says.hourly],
      ['step 3, item 2.4', says.athena],
      ['step 3, last line', says.checkBoxes],
    ],
  },
  bucket: {
    ...steps.bucket,
    says: [
      ['step 4.1', says.bucketPage],
      ['step 4.2', says.bucketCopy],
      ['step 4.3', says.bucketPaste],
    ],
  },
  template: { ...steps.template, says: [['step 5', says.template]] },
  stack: { ...steps.stack, says: [['step 6', says.acknowledge]] },
  roleArn: {
    title: 'Hand over the Spot Role ARN',
    why: 'The ARN tells Spot which role it may use. It has to be one of the customer’s management account.',
    says: [
      ['step 7.1', says.outputs],
      ['step 7.2', says.paste],
    ],
  },
  done: { ...steps.done, says: [['step 7.2, not managed', says.done]] },
  support: { ...steps.support, says: [['step 7.2, managed', says.support]] },
  supportAnswered: steps.supportAnswered,
  processed: { ...steps.processed, says: [['last paragraph', says.processing]] },
} as const
