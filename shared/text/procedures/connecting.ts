/**
 * Sentences that the procedures of the customer's own connection (000, 001, 003) have in common: they are the same walk
 * through Spot's wizard, with other numbers.
 */

export const connectingSteps = {
  wizard: {
    title: 'Start the connection wizard',
    why: 'Spot’s console leads through the connection and shows where each value is pasted.',
  },
  signIn: {
    title: 'Sign in to the management account',
    why: 'The role that Spot gets has to be made in the account that heads the organization. Made in a member account it sees that account only.',
  },
  billingAccess: {
    title: 'Let IAM users and roles see billing',
    why: 'Without this switch a user or a role is refused the billing pages, whatever its policies say.',
  },
  report: {
    title: 'Set up the Cost and Usage Report',
    why: 'Spot reads the costs out of this report. One missing setting, and the dashboards stay empty.',
  },
  bucket: {
    title: 'Give Spot the name of the bucket',
    why: 'The wizard’s template lets Spot read this bucket and no other.',
  },
  template: {
    title: 'Open the template of the wizard',
    why: 'The template makes the role through which Spot reads the report.',
  },
  stack: {
    title: 'Create the stack',
    why: 'With the stack the role exists, and its Outputs tab names it.',
  },
  done: {
    title: 'Finish the wizard',
    why: 'From here Spot has up to 48 hours to process the first data. Marking this step starts that wait.',
  },
  support: {
    title: 'Contact Spot Support',
    why: 'An account that an MSP manages is connected by Spot Support, not by the wizard.',
  },
  supportAnswered: {
    title: 'See that Spot Support has connected the account',
    why: 'From here Spot has up to 48 hours to process the first data. Marking this step starts that wait.',
  },
  processed: {
    title: 'See that the dashboards are ready',
    why: 'Spot writes an e-mail once the first data is processed. With it the customer is connected.',
  },
} as const

/** The documents' instructions, in our words. Each procedure gives them its own numbers. */
export const connectingSays = {
  signIn:
    'Sign in to the AWS console with the account shown above. Older pages call the management account Master Payer.',
  billingAccess:
    'As the root user, open Account in the AWS console and activate IAM user and role access to Billing. Only the root user can, once.',
  reportPage: 'Open the Cost and Usage Reports page of that account.',
  newReport: 'Where there is no report yet, create one: Create report, and on the newer page Legacy CUR export.',
  resourceIds: 'Tick Include resource IDs.',
  refresh: 'Leave automatic refresh of closed months on.',
  hourly: 'Choose Hourly as time granularity.',
  athena: 'Tick Amazon Athena under data integration. Format and compression become Parquet by themselves.',
  checkBoxes: 'Compare every checkbox with this list before the report is created.',
  bucketPage: 'In the AWS console open the Cost and Usage Reports page.',
  bucketCopy: 'Under Delivery options copy the value of S3 bucket.',
  bucketPaste: 'Back in the Spot console, paste the bucket’s name into the wizard.',
  template: 'In the wizard open the link to the CloudFormation template.',
  acknowledge: 'Tick that CloudFormation will create IAM resources, and create the stack.',
  outputs: 'Once the stack is complete, copy the Spot Role ARN from its Outputs tab, and record it here.',
  paste: 'Paste the Role ARN into the wizard.',
  done: 'The account is not managed by an MSP: choose Done. The registration is complete.',
  support: 'The account is managed by an MSP: write to Spot Support. The message here can be copied.',
  processing:
    'After the connection the first data takes up to 48 hours; Spot writes an e-mail when the dashboards are ready.',
} as const

/** Why a step had better wait for one of the customer's other procedures. */
export const connectingAfter = {
  extractor: 'Spot Support completes the connection with the billing data that the MSP’s extractor sends.',
} as const

export const connectingWaits = {
  supportAnswer: {
    title: 'Spot Support connects the account',
    anchor: 'Written to Spot Support',
    promise: 'no document names a time; 48 h are this app’s own default',
    look: 'Look whether Spot Support has answered',
    chase: 'Write to Spot Support again, in the same ticket.',
  },
  dataProcessing: {
    title: 'Spot processes the first data',
    anchor: 'Connected',
    promise: 'Spot may take up to 48 h',
    look: 'Look for Spot’s e-mail that the dashboards are ready',
    chase: 'Open the dashboard. If it is empty, write to Spot Support with the organization ID.',
  },
} as const

export const connectingIntake = {
  accessHolder: {
    question: 'Who can sign in to the billing account?',
    why: 'The Cost and Usage Reports lie in the management account, and whoever does the steps has to be able to read them there. Where only the customer can, they do the steps or give access.',
  },
  managedByMsp: {
    question: 'Is the customer’s account managed by an MSP?',
    why: 'For a managed account the MSP sets up the report, and the connection ends at Spot Support instead of in the wizard.',
  },
  readReports: {
    title: 'Read access to the reports',
    text: 'Whoever connects needs read access to the Cost and Usage Reports in the management account (the old word is Master Payer).',
  },
  organizationAdmin: {
    title: 'Administrator of the organization at Spot',
    text: 'Registering an organization needs organization administration permissions in Cloud Analyzer. Ask who has them before the first appointment.',
  },
  region: {
    title: 'Everything in us-east-1',
    text: 'Report, bucket and stack belong in US East (N. Virginia), us-east-1. Where that is impossible, ask Spot Support first.',
  },
} as const
