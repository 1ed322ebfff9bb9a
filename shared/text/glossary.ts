/** A word of the field: what it means here, and what it is often mistaken for. */
export interface GlossaryEntry {
  readonly id: string
  readonly term: string
  /** Other words for the same, as older pages and consoles have them. */
  readonly also: readonly string[]
  readonly text: string
}

/** The words that this work is full of, in the order of the alphabet. */
export const glossary: readonly GlossaryEntry[] = [
  {
    id: 'account-list',
    term: 'Account list',
    also: [],
    text: 'The AWS accounts whose data the extractor may send to Spot, separated by commas without spaces. Blank means every account of the payer, which on a shared payer is every customer.',
  },
  {
    id: 'athena',
    term: 'Athena',
    also: ['Amazon Athena'],
    text: 'The AWS service that reads the report as a table. Choosing it for the report makes AWS write Parquet files and the crawler file beside them.',
  },
  {
    id: 'bucket',
    term: 'CUR bucket',
    also: ['S3 bucket'],
    text: 'The S3 bucket into which AWS delivers the report. Its name is unique in all of AWS, it lies in the billing account, and it should serve nothing else.',
  },
  {
    id: 'case',
    term: 'Case',
    also: [],
    text: 'One customer going through one procedure. A customer can have several at once, and facts are shared between them.',
  },
  {
    id: 'crawler',
    term: 'Crawler',
    also: ['AWS Glue crawler'],
    text: 'The job that looks at new report files and tells Athena about them. It is named AWSCURCrawler and the report’s name, and runs daily at 00:00 UTC.',
  },
  {
    id: 'crawler-file',
    term: 'Crawler file',
    also: ['crawler-cfn.yml', 'crawler.yml'],
    text: 'The CloudFormation template that AWS writes into the bucket beside the report. Spot gets it with the submission, and the crawler stack is made from it.',
  },
  {
    id: 'extractor',
    term: 'Extractor',
    also: ['Cost and Usage Extractor'],
    text: 'The stack made from Spot’s link at the end. It hands the billing data of the listed accounts to Spot.',
  },
  {
    id: 'management-account',
    term: 'Management account',
    also: ['Master Payer', 'root user'],
    text: 'The account that heads the customer’s AWS organization. It usually pays the bill, unless a shared payer does.',
  },
  {
    id: 'org-id',
    term: 'Spot Org ID',
    also: ['Organization ID'],
    text: 'The ID of the customer’s organization at Spot, in the Spot console under the user icon, My Organization. It usually has 12 digits and is no AWS account; an ID that begins with act- is a Spot account, which is something else again.',
  },
  {
    id: 'payer',
    term: 'Payer',
    also: ['billing account'],
    text: 'The account that pays the bill and owns report, bucket and crawler. Dedicated: one customer’s own. Shared: yours, with several customers. Billing transfer: no report of the old kind can be made on it.',
  },
  {
    id: 'prefix',
    term: 'Prefix',
    also: ['report path prefix'],
    text: 'The folder of the bucket under which the report lies, as it was typed when the report was made. The console shows it longer, with the report’s name and a date range behind it.',
  },
  {
    id: 'report',
    term: 'Report',
    also: ['Cost and Usage Report', 'CUR'],
    text: 'The billing data that AWS writes into the bucket, hour by hour. It has to be a report of the old kind (legacy CUR): a standard data export has no crawler file.',
  },
  {
    id: 'role-arn',
    term: 'Spot Role ARN',
    also: [],
    text: 'The name of the role through which Spot reads the account. It is on the Outputs tab of the customer’s stack, and lies in the customer’s management account.',
  },
  {
    id: 'stack',
    term: 'Stack',
    also: ['CloudFormation stack'],
    text: 'A set of AWS resources made together from one template. Its name has letters, digits and hyphens only, and begins with a letter.',
  },
  {
    id: 'submission',
    term: 'Submission',
    also: ['hand-off'],
    text: 'The seven items that Spot needs, in one message. Only a submission that was sent starts the 72 hours.',
  },
  {
    id: 'wait',
    term: 'Wait',
    also: [],
    text: 'Time in which somebody else has to act: AWS, Spot or the customer. It says since when it runs, until when, and why; hours are calendar hours.',
  },
]
