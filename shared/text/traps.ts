import type { TrapId } from '../domain/procedure/types.ts'

export interface TrapText {
  readonly title: string
  /** What the document says. */
  readonly document: string
  /** What AWS or Spot accepts, and what to do. */
  readonly practice: string
  /** What that rests on. */
  readonly basis: string
}

/** Where the documents mislead, each explained where it bites. */
export const traps: Readonly<Record<TrapId, TrapText>> = {
  'stack-name-with-spaces': {
    title: 'Stack names have no spaces',
    document: 'Enter “Spot Eco Stack”.',
    practice:
      'CloudFormation accepts letters, digits and hyphens, starting with a letter, at most 128. Use SpotEcoStack; Spot’s own later page does.',
    basis: 'AWS CloudFormation, stack names; Spot’s page corrected in 2021',
  },
  'bucket-name-taken': {
    title: 'The bucket name is probably taken',
    document: 'The bucket must have the same name as the report: spotinst-cur-report.',
    practice:
      'S3 names are unique in all of AWS, and that one belongs to someone. The names need not be equal: the app suggests spotinst-cur-report- followed by the account ID, and uses what you enter everywhere.',
    basis: 'Amazon S3, bucket naming rules; the document’s own screenshots',
  },
  'legacy-report-only': {
    title: 'Only the legacy report works',
    document: 'Click Create report.',
    practice:
      'Today’s console offers Standard data export (CUR 2.0) first. That never writes crawler-cfn.yml. Choose Legacy CUR export.',
    basis: 'AWS Data Exports, legacy Cost and Usage Reports',
  },
  'billing-transfer': {
    title: 'Billing Transfer has no legacy report',
    document: 'Nothing is said about AWS Billing Transfer or Billing Conductor.',
    practice: 'Legacy reports cannot be made for transferred billing views. Write to Spot before going on.',
    basis: 'AWS Billing Transfer, limits of billing views',
  },
  'root-means-payer': {
    title: '“Root” means the account, not the login',
    document: 'Log in to your root AWS account.',
    practice:
      'It means the management account, older pages say Master Payer, not the root user. A role with billing access in that account is right; a report made in a member account shows that account only.',
    basis: 'AWS Cost and Usage Reports, reports in member accounts',
  },
  'region-of-bucket-and-stack': {
    title: 'Bucket and stack share a region',
    document: 'Only change the bucket’s region if necessary; all actions should be made in US-East-1.',
    practice:
      'The stack hooks the bucket’s events to a Lambda function, so both have to be in one region. Stay in us-east-1; where that is impossible ask Spot Support first.',
    basis: 'Amazon S3, event notifications to Lambda',
  },
  'console-shows-longer-prefix': {
    title: 'The console shows a longer prefix',
    document: 'Under Report path prefix, enter spotinst_eco.',
    practice:
      'Afterwards the console shows spotinst_eco/spotinst-cur-report/date-range/. The prefix is only what was typed; a longer one that is pasted here is shortened, and the app says so.',
    basis: 'Seen in the AWS console',
  },
  'crawler-file-name': {
    title: 'The file is crawler-cfn.yml',
    document: 'Once you have sent the crawler.yml file…',
    practice:
      'The file is crawler-cfn.yml, in the folder of prefix and report, sometimes one folder deeper. Browsers rename a second download to crawler-cfn (1).yml; that is fine here, it is sent under its right name.',
    basis: 'AWS Cost and Usage Reports, querying with Athena',
  },
  'stack-replaces-notifications': {
    title: 'The stack replaces the bucket’s notifications',
    document: 'Click Create Stack.',
    practice:
      'Creating this stack replaces every event notification of the bucket, and deleting it empties them. Use a bucket that serves nothing else, or write the present ones down first.',
    basis: 'Seen in the generated template',
  },
  'concurrency-quota': {
    title: 'New accounts have too little Lambda concurrency',
    document: 'Nothing is said.',
    practice:
      'The template reserves concurrency twice. Accounts with a quota of 10 fail with “UnreservedConcurrentExecution below its minimum value”. Ask AWS for at least 102.',
    basis: 'AWS Lambda, reserved concurrency',
  },
  'retired-runtime': {
    title: 'Old copies name a retired runtime',
    document: 'Download the file.',
    practice:
      'Copies of the template name Lambda runtimes that can no longer be created. Download a fresh one; never edit the runtime alone, the inline code needs what came with the old one and the stack would hang for an hour. If a fresh one fails too, ask AWS Support.',
    basis: 'AWS Lambda, runtime deprecation; seen in generated templates',
  },
  'blank-account-list': {
    title: 'Blank on a shared payer sends every customer',
    document: 'Account List: you may leave this blank.',
    practice:
      'Blank means every account the payer pays for. On a shared payer that is every customer’s billing data. Leaving it blank there is a decision that has to be written down.',
    basis: 'Inferred from the stack’s parameters; a safe default',
  },
  'org-id-is-not-account-id': {
    title: 'Org IDs look like account IDs',
    document: 'The customer’s Spot OrgIDs.',
    practice:
      'Both usually have 12 digits. The Org ID stands in the Spot console under user icon, My Organization. IDs that start with act- are Spot account IDs, and Flexera has a third, shorter kind.',
    basis: 'Seen in the Spot console',
  },
  'hours-are-calendar-hours': {
    title: 'Hours run through the weekend',
    document: 'Waits are given in hours: 24, 48 or 72, with no word about weekends.',
    practice: 'The app counts elapsed hours. Answers from people come on working days: it says so, but moves nothing.',
    basis: 'How this app counts',
  },
  'console-times-are-local': {
    title: 'The console shows local times',
    document: 'Make sure that Data last refreshed has a date.',
    practice: 'The console shows your browser’s time without a zone. The app keeps UTC, and the zone you read it in.',
    basis: 'Seen in the AWS console; the API of Cost and Usage Reports',
  },
  'dead-links': {
    title: 'The document’s links are old',
    document: 'Click here.',
    practice:
      'Several of its links lead to retired consoles. The links here are built for this case, with region and names.',
    basis: 'Seen when the links were followed',
  },
  'durations-differ': {
    title: 'The documents name different times',
    document:
      'Up to 72 hours for the link, in another article 48; up to 48 hours for the dashboards, in a later one 72.',
    practice:
      'The app counts what this document says. Where your experience is another, change the hours of the wait in Settings.',
    basis: 'Compared with the other articles',
  },
  'one-report-cannot-serve-both': {
    title: 'Billing Engine needs a report of its own',
    document: 'Billing Engine asks for Redshift, GZIP, text/csv and the prefix CUR; all others ask for Athena.',
    practice:
      'Both are right, each for itself: Athena makes AWS write Parquet, which Billing Engine does not read. Make a second report with another name; an account can have ten.',
    basis: 'AWS Cost and Usage Reports, data integration',
  },
  'billing-access-activation': {
    title: 'Billing is shut for roles until root opens it',
    document: 'Ensure that IAM user and role access to the Billing and Cost Management console is activated.',
    practice:
      'Only the root user of the management account can switch it on, once for all. Until then the billing pages refuse every user and role, and the report looks as if it were missing.',
    basis: 'AWS Billing, access for IAM users and roles',
  },
  'role-of-the-management-account': {
    title: 'The role lies in the management account',
    document: 'Copy the Spot Role ARN from the Outputs tab.',
    practice:
      'The 12 digits in the ARN have to be the customer’s management account. Another number means that the stack was created in a member account, or in another customer’s; the app refuses it.',
    basis: 'AWS IAM, form of an ARN',
  },
  'deletion-empties-notifications': {
    title: 'Deleting the stack empties the bucket’s notifications',
    document: 'Nothing is said about taking the setup down.',
    practice:
      'When the crawler stack is deleted, every event notification of the bucket goes with it, also those of other programs. Write them down first, and add them again afterwards.',
    basis: 'Seen in the generated template',
  },
}
