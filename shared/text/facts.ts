import type { FactName } from '../domain/facts.ts'

export interface FactText {
  readonly label: string
  /** What it is, and where to find it. */
  readonly help: string
  /** IDs, names and URLs are set in a fixed width. */
  readonly mono: boolean
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
  },
  partition: { label: 'AWS partition', help: 'aws, or aws-cn for AWS China.', mono: true },
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
}
