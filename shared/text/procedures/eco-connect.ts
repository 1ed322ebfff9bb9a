import {
  connectingAfter,
  connectingIntake,
  connectingWaits,
  connectingSays as says,
  connectingSteps as steps,
} from './connecting.ts'

/** Every sentence of the Eco connection (source document 003), in our words. */
export const ecoConnectText = {
  title: 'Eco: connect the AWS account',
  summary:
    'The customer connects the management account to Eco in Spot’s wizard. Where an MSP manages the account, the MSP makes the report and Spot Support makes the connection. Then Spot has up to 48 h to process the first data.',
  who: 'The customer does it; steps 2 and 3 fall away where you have made the report for them.',
  phases: {
    start: 'Start and sign in',
    report: 'Set up the report',
    role: 'Give Spot its role',
    finish: 'Finish and wait',
  },
  waits: connectingWaits,
  after: connectingAfter,
  intake: connectingIntake,
  wizard: {
    ...steps.wizard,
    says: [
      ['get started 1', 'Sign in to the Spot console and go to the Eco dashboard.'],
      ['get started 2', 'Choose Add Permissions.'],
      ['get started 3', 'From here the wizard leads on; the steps below are its pages.'],
    ],
  },
  signIn: { ...steps.signIn, says: [['step 1', says.signIn]] },
  report: {
    ...steps.report,
    says: [
      ['step 2', 'The report is set up in the management account.'],
      ['step 2, important, not managed', 'This step is yours only where no MSP manages the account.'],
      [
        'step 2, important, managed',
        'Where an MSP does, the MSP makes the report in its own procedure; steps 2 and 3 fall away and step 4 comes next.',
      ],
      ['step 2, item 1', says.reportPage],
      ['step 2, item 2', says.newReport],
      ['step 2, item 2.1', says.resourceIds],
      ['step 2, item 2.2', says.refresh],
      ['step 2, item 2.3', says.hourly],
      ['step 2, item 2.4', says.athena],
      ['step 2, item 3', says.checkBoxes],
    ],
  },
  bucket: {
    ...steps.bucket,
    says: [
      ['step 3.1', says.bucketPage],
      ['step 3.2', says.bucketCopy],
      ['step 3.3', says.bucketPaste],
    ],
  },
  template: { ...steps.template, says: [['step 4', says.template]] },
  stack: { ...steps.stack, says: [['step 5', says.acknowledge]] },
  roleArn: {
    title: 'Hand over the Spot Role ARN',
    why: 'The ARN tells Spot which role it may use. It has to be one of the customer’s management account.',
    says: [
      ['step 6.1', says.outputs],
      ['step 6.2', says.paste],
    ],
  },
  done: { ...steps.done, says: [['step 6.2, not managed', says.done]] },
  support: { ...steps.support, says: [['step 6.2, managed', says.support]] },
  supportAnswered: steps.supportAnswered,
  processed: { ...steps.processed, says: [['last paragraph', says.processing]] },
} as const
