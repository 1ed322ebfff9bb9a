import { connectingIntake, connectingWaits, connectingSays as says, connectingSteps as steps } from './connecting.ts'

/** Every sentence of the first registration with Cloud Analyzer (source document 001), in our words. */
export const cloudAnalyzerFirstText = {
  title: 'Cloud Analyzer: first registration',
  summary:
    'A customer comes to Spot for the first time: AWS or AWS China, the Spot products of the template, the report, and one or more roles. Then Spot has up to 48 h to process the first data.',
  who: 'The customer does it, with the first registration at Spot on the way.',
  phases: {
    start: 'Start and sign in',
    report: 'Products and report',
    role: 'Give Spot its roles',
    finish: 'Wait for the dashboards',
  },
  waits: connectingWaits,
  intake: {
    ...connectingIntake,
    which: {
      title: 'For customers who are new at Spot',
      text: 'This procedure is for the first registration. A customer who uses Spot already takes the one for existing customers instead.',
    },
    partition: {
      question: 'Does the customer connect from AWS China?',
      why: 'AWS China is an AWS of its own: other consoles, other regions, other ARNs. There everything is done by hand, and the rule of us-east-1 does not hold.',
    },
  },
  wizard: {
    ...steps.wizard,
    says: [
      ['get started', 'The wizard starts in the Spot console.'],
      ['get started 1', 'Sign in to the Spot console.'],
      ['get started 2', 'Choose AWS.'],
      ['get started 3', 'From here the wizard leads on; the steps below are its pages.'],
    ],
  },
  china: {
    title: 'Say whether it is AWS China',
    why: 'The wizard asks this first, because everything after it differs: consoles, regions, ARNs.',
    says: [['step 1', 'Mark in the wizard whether the customer connects from AWS China, and record it here.']],
  },
  signIn: { ...steps.signIn, says: [['step 2', says.signIn]] },
  billingAccess: { ...steps.billingAccess, says: [['step 3', says.billingAccess]] },
  products: {
    title: 'Choose the Spot products',
    why: 'The template grants what the chosen products need, and no more. Another product later means another run.',
    says: [['step 4.1', 'Choose in the wizard which Spot products the template is to include, and record them here.']],
  },
  report: {
    ...steps.report,
    says: [
      ['step 4.2', 'Set up the report in the management account; the wizard asks for the name of its bucket.'],
      ['step 4.2, item 1', says.reportPage],
      ['step 4.2, item 2', says.newReport],
      ['step 4.2, item 2.1', says.resourceIds],
      ['step 4.2, item 2.2', says.refresh],
      ['step 4.2, item 2.3', says.hourly],
      ['step 4.2, item 2.4', says.athena],
      ['step 4.3', says.checkBoxes],
    ],
  },
  bucket: {
    ...steps.bucket,
    says: [
      ['step 4.4', says.bucketPage],
      ['step 4.5', says.bucketCopy],
      ['step 4.6', says.bucketPaste],
    ],
  },
  template: {
    ...steps.template,
    says: [
      ['step 5.1', 'In the wizard open the link to the CloudFormation template. It makes the role and its policy.'],
    ],
  },
  stack: { ...steps.stack, says: [['step 5.2', says.acknowledge]] },
  roleArn: {
    title: 'Hand over the Spot Role ARNs',
    why: 'Each chosen product may have a role of its own. All of them have to lie in the customer’s management account.',
    says: [
      ['step 6.1', 'Once the stack is complete, copy every Spot Role ARN from its Outputs tab, and record them here.'],
      ['step 6.2', 'Paste the Role ARNs into the wizard. With that the organization is connected.'],
    ],
  },
  processed: { ...steps.processed, says: [['last paragraph', says.processing]] },
} as const
