import type { FactName } from '../domain/facts.ts'

export interface FactText {
  readonly label: string
  /** What it is, and where to find it. */
  readonly help: string
  /** IDs, names and URLs are set in a fixed width. */
  readonly mono: boolean
  /** The answers of a choice, by the word that is kept; absent: the fact is no choice. */
  readonly options?: Readonly<Record<string, string>>
}

/** How each fact is called on every screen, in every message and on the command line. */
export const factTexts: Readonly<Record<FactName, FactText>> = {
  mspAccountId: {
    label: 'AWS account number of the MSP',
    help: 'Your own company’s AWS account, from Settings. Spot asks for it in every submission.',
    mono: true,
  },
  managementAccountId: {
    label: 'Management account ID',
    help: 'The account that heads the customer’s AWS organization; older pages say Master Payer. 12 digits, from the account menu of the AWS console.',
    mono: true,
  },
  orgIds: {
    label: 'Spot Org IDs',
    help: 'In the Spot console: user icon, My Organization. Not the AWS account ID, and not the Spot account ID that starts with act-.',
    mono: true,
  },
  payerAccountId: {
    label: 'Billing account ID',
    help: 'The account that pays the bill and owns the report. All of phases 1 to 3 happens there.',
    mono: true,
  },
  payerKind: {
    label: 'Kind of payer',
    help: 'Dedicated: pays for this customer only. Shared: your payer account, with several customers. Transfer: AWS Billing Transfer.',
    mono: false,
    options: { dedicated: 'Dedicated', shared: 'Shared', transfer: 'Billing transfer' },
  },
  partition: {
    label: 'AWS partition',
    help: 'AWS China is an AWS of its own, with other consoles, regions and ARNs.',
    mono: true,
    options: { aws: 'AWS', 'aws-cn': 'AWS China' },
  },
  region: {
    label: 'Region',
    help: 'Where the bucket and the stacks are. The document asks for us-east-1.',
    mono: true,
  },
  reportName: { label: 'Report name', help: 'Name of the Cost and Usage Report.', mono: true },
  bucket: {
    label: 'CUR bucket name',
    help: 'The S3 bucket AWS delivers the report into. It serves nothing else.',
    mono: true,
  },
  prefix: {
    label: 'Prefix',
    help: 'Report path prefix as it was typed at creation. The console shows it longer, with report name and date range.',
    mono: true,
  },
  crawlerStackName: {
    label: 'Stack name',
    help: 'Name of the stack made from crawler-cfn.yml: letters, digits and hyphens, starting with a letter.',
    mono: true,
  },
  extractorStackName: {
    label: 'Extractor stack name',
    help: 'Name of the stack made from Spot’s link. Free to choose.',
    mono: true,
  },
  accountList: {
    label: 'Account list',
    help: 'Account IDs whose data goes to Spot, separated by commas, without spaces. Blank sends every account of the payer.',
    mono: true,
  },
  accountListDecision: {
    label: 'Why the account list is blank',
    help: 'On a shared payer a blank list sends every customer’s billing data to Spot. Write down who decided that, and why.',
    mono: false,
  },
  linkDecision: {
    label: 'Why this link was taken',
    help: 'The link uses a bucket that is not known for Spot. Write down what you looked at and who confirmed it.',
    mono: false,
  },
  spotLink: { label: 'Spot’s link', help: 'The CloudFormation link Spot answered with.', mono: true },
  accessHolder: {
    label: 'Who can sign in to the billing account',
    help: 'Where only the customer can, they do the steps or give access; where nobody can, access has to be asked for first.',
    mono: false,
    options: { msp: 'Somebody here', customer: 'Only the customer', nobody: 'Nobody yet' },
  },
  managedByMsp: {
    label: 'Managed by an MSP',
    help: 'Managed accounts are connected by Spot Support, and the MSP makes the report.',
    mono: false,
    options: { yes: 'Yes', no: 'No' },
  },
  spotAccount: {
    label: 'Spot account',
    help: 'Whether the customer comes to Spot for the first time, or uses Spot already.',
    mono: false,
    options: { new: 'New at Spot', existing: 'Existing Spot customer' },
  },
  cloud: {
    label: 'Cloud',
    help: 'Azure and Google Cloud accounts are connected by ticket.',
    mono: false,
    options: { aws: 'AWS', azure: 'Azure', google: 'Google Cloud' },
  },
  spotProducts: {
    label: 'Spot products',
    help: 'Those that the wizard’s template is to include, separated by commas: Cloud Analyzer, Eco, Elastigroup, Ocean…',
    mono: false,
  },
  roleArns: {
    label: 'Spot Role ARNs',
    help: 'From the Outputs tab of the customer’s stack. They lie in the customer’s management account.',
    mono: true,
  },
  billingReport: {
    label: 'Report for Billing Engine',
    help: 'One that exists already has to deliver with Redshift, GZIP and text/csv.',
    mono: false,
    options: { new: 'Has to be made', existing: 'Exists already' },
  },
  billingReportName: {
    label: 'Billing Engine: report name',
    help: 'Another name than the report that Eco and Cloud Analyzer read: one report cannot serve both.',
    mono: true,
  },
  billingBucket: {
    label: 'Billing Engine: bucket name',
    help: 'A bucket for this report alone, in a region of your choice.',
    mono: true,
  },
  billingPrefix: {
    label: 'Billing Engine: prefix',
    help: 'Report path prefix as it was typed at creation; the document uses CUR.',
    mono: true,
  },
  billingRegion: {
    label: 'Billing Engine: region',
    help: 'Where its bucket is. The choice is yours.',
    mono: true,
  },
  reportVersioning: {
    label: 'Billing Engine: report versioning',
    help: 'Each delivery replaces the last one, or each is kept beside it.',
    mono: false,
    options: { overwrite: 'Overwrite the last', 'new-versions': 'Keep every version' },
  },
  reportStillUsed: {
    label: 'Report still used by others',
    help: 'Where others use it, only this customer’s extractor is taken down; otherwise report, bucket and crawler stack go too.',
    mono: false,
    options: { yes: 'Yes', no: 'No' },
  },
}
