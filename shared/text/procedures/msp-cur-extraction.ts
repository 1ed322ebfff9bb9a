/**
 * Every sentence of the MSP procedure (source document 004), in our words.
 * `says` holds the document's instructions by their number there.
 */
export const mspCurExtractionText = {
  title: 'Customer working with an MSP',
  summary:
    'Set up the Cost and Usage Report, link it with Athena and send Spot a submission, then launch the extractor. Two waits: up to 24 h for AWS, up to 72 h for Spot.',
  who: 'You do it, in the account that pays the bill; Spot answers in between.',
  phases: {
    report: 'Set up the Cost and Usage Report',
    athena: 'Link the report with Athena',
    extractor: 'Set up the extractor',
  },
  waits: {
    reportDelivery: {
      title: 'AWS delivers the report',
      anchor: 'Report created',
      promise: 'AWS may take up to 24 h for the first delivery',
      look: 'Check whether AWS has delivered',
      chase: 'Look at the check of this step: it names what keeps AWS.',
    },
    spotLink: {
      title: 'Spot answers with a link',
      anchor: 'Sent',
      promise: 'Spot may take up to 72 h',
      look: 'Look whether Spot has answered',
      chase: 'Write to Spot again with the same submission.',
    },
  },
  intake: {
    payerKind: {
      question: 'Who pays the customer’s AWS bill?',
      why: 'The report is made in the account that pays. A dedicated payer pays for this customer alone, a shared one for several; under AWS Billing Transfer the report cannot be made at all.',
    },
    region: {
      question: 'In which region are bucket and stacks to be?',
      why: 'Bucket and stacks have to share a region, and the document wants us-east-1.',
    },
    accessHolder: {
      question: 'Who can sign in to the billing account?',
      why: 'This procedure is for customers who cannot reach the billing file themselves. Where the MSP cannot either, access has to be asked for first.',
    },
    which: {
      title: 'What this is for',
      text: 'A customer whose account an MSP manages has no access to the billing file. The MSP extracts it, and Cloud Analyzer shows the customer what the cloud costs.',
    },
    threePhases: {
      title: 'Three phases',
      text: 'The Cost and Usage Report is set up, then linked with Athena, then the extractor is set up. Two waits lie between them.',
    },
    oneRegion: {
      title: 'Everything in us-east-1',
      text: 'All of it belongs in US East (N. Virginia), us-east-1. Where that is impossible, ask Spot Support first.',
    },
    role: {
      title: 'Whose role it is',
      text: 'The IAM role is the one of the customer’s management account. With a shared payer everything is made in the payer’s account, and the management account is only named in the submission.',
    },
  },
  signIn: {
    title: 'Sign in to the billing account',
    why: 'The report has to be made in the account that pays the bill. Made anywhere else it shows that account only.',
    says: [
      [
        'procedure notes, region',
        'Stay in US East (N. Virginia), us-east-1, for everything in this procedure. The role used should be one of the account named here.',
      ],
      [
        'procedure notes, IAM role',
        'The IAM role is the one of the customer’s management account where that account pays its own bill.',
      ],
      [
        'step 1.1',
        'Sign in to the AWS console with the account shown above, then open the Cost and Usage Reports page.',
      ],
    ],
  },
  reportContent: {
    title: 'Create the report and name it',
    why: 'Spot’s extractor and the crawler are named after the report, so the name has to be exact.',
    says: [
      ['step 1.2', 'Choose Create report. On the newer Data Exports page choose Legacy CUR export.'],
      ['step 1.3.1', 'Paste the report name.'],
      ['step 1.3.2', 'Tick Include resource IDs, and leave automatic refresh of closed months on.'],
      ['step 1.3.3', 'Choose Next.'],
    ],
  },
  bucket: {
    title: 'Configure the S3 bucket',
    why: 'AWS delivers the report into this bucket. It has to belong to the same account, and it should serve nothing else.',
    says: [
      ['step 1.4', 'The next page holds the delivery options; the bucket is the first of them.'],
      ['step 1.4.1', 'Under S3 bucket choose Configure, then Create a bucket.'],
      [
        'step 1.4.1.1',
        'Paste the bucket name. The document uses the report’s name for it; S3 names are unique across all of AWS, so yours carries the account ID.',
      ],
      ['step 1.4.1.2', 'Leave the region as it is shown here. Bucket and stack have to share it.'],
      ['step 1.4.1.3', 'Choose Next.'],
      ['step 1.4.1.4', 'Tick that the proposed policy is correct.'],
      ['step 1.4.1.5', 'Choose Save.'],
    ],
  },
  deliveryOptions: {
    title: 'Set prefix, granularity and Athena',
    why: 'Spot looks for the report under this prefix, hourly, in the format that Athena reads.',
    says: [
      ['step 1.4.2', 'Under Report path prefix paste the prefix.'],
      ['step 1.4.3', 'Under Time granularity choose Hourly. Under Report versioning choose Overwrite existing report.'],
      [
        'step 1.4.4',
        'Under Enable report data integration for tick Amazon Athena. Format and compression become Parquet by themselves.',
      ],
      ['step 1.4.5', 'Choose Next.'],
      ['step 1.4.6', 'Compare the review page with the values here.'],
    ],
  },
  createReport: {
    title: 'Review and create the report',
    why: 'From here AWS has up to 24 hours to deliver for the first time. Marking this step starts that wait.',
    says: [['step 1.7', 'Scroll all the way down and choose Review and complete.']],
  },
  delivered: {
    title: 'See that AWS has delivered',
    why: 'The next phase needs a delivered report, not 24 hours passed. Data last refreshed has to show a date instead of N/A.',
    says: [
      [
        'step 2, first paragraph',
        'On the Cost and Usage Reports page look at Data last refreshed. As long as it says N/A, AWS has not delivered.',
      ],
    ],
  },
  crawlerFile: {
    title: 'Take the crawler file',
    why: 'AWS writes this CloudFormation template beside the report. Spot needs it, and the crawler is made from it.',
    says: [
      ['step 2.1', 'In the S3 console open the bucket and go to the folder of prefix and report.'],
      ['step 2.2', 'Open crawler-cfn.yml.'],
      ['step 2.3', 'Download it, and drop it here. It is validated before it is attached.'],
    ],
  },
  stackName: {
    title: 'Fix the stack name',
    why: 'The submission carries the stack name, so it is decided before the submission goes out.',
    says: [
      [
        'step 2.7',
        'The document says “Spot Eco Stack”. CloudFormation takes no spaces: Spot’s own later page says SpotEcoStack.',
      ],
    ],
  },
  send: {
    title: 'Send Spot the submission',
    why: 'Spot builds the extractor link from these seven items. One missing or swapped, and the 72 hours start again.',
    says: [
      ['step 2.3', 'Write to your Spot sales representative, or to Spot Support where there is none.'],
      ['step 2.3, item 1', 'The crawler file.'],
      ['step 2.3, item 2', 'AWS account number of the MSP.'],
      ['step 2.3, item 3', 'Account ID of the customer’s management account.'],
      ['step 2.3, item 4', 'CUR bucket name.'],
      ['step 2.3, item 5', 'Stack name.'],
      ['step 2.3, item 6', 'Prefix.'],
      ['step 2.3, item 7', 'The customer’s Spot Org IDs.'],
    ],
  },
  crawlerStack: {
    title: 'Create the crawler stack',
    why: 'The stack makes the database and the crawler that let Athena read the report. It need not wait for Spot.',
    says: [
      ['step 2.4', 'On the page of crawler-cfn.yml in S3, copy the object URL.'],
      ['step 2.5', 'In CloudFormation create a stack with new resources, and paste the URL under Amazon S3 URL.'],
      ['step 2.6', 'Choose Next.'],
      ['step 2.7', 'Paste the stack name and choose Next.'],
      ['step 2.8', 'Scroll down and choose Next again.'],
      ['step 2.9', 'Scroll down and tick that CloudFormation might create IAM resources.'],
      ['step 2.10', 'Choose Create stack, and wait for CREATE_COMPLETE.'],
    ],
  },
  schedule: {
    title: 'Schedule the crawler daily',
    why: 'Without a schedule new months never reach Athena, and Spot’s data goes stale without a word.',
    says: [
      [
        'step 2.11',
        'In the Glue console open Crawlers and the crawler named AWSCURCrawler- followed by the report’s name.',
      ],
      ['step 2.12', 'Choose Edit.'],
      ['step 2.13', 'Go to the schedule.'],
      ['step 2.14', 'Choose Daily as frequency.'],
      ['step 2.15', 'Set start hour 00 and start minute 00, in UTC.'],
      ['step 2.16', 'Choose Next twice, scroll down and finish. The schedule has to read Scheduled.'],
    ],
  },
  linkReceived: {
    title: 'Take Spot’s link',
    why: 'Spot answers with a CloudFormation link made for this customer. It is judged before it is taken.',
  },
  openLink: {
    title: 'Open Spot’s link',
    why: 'The link opens CloudFormation with the extractor’s template and parameters filled in.',
    says: [
      ['step 3.1', 'Sign in to the account shown above, then open the link.'],
      ['step 3.2', 'Choose Next at the bottom right.'],
    ],
  },
  accountList: {
    title: 'Decide on the account list',
    why: 'It says whose cost data goes to Spot. Blank means every account the report covers.',
    says: [
      [
        'step 3.3, Account List',
        'Leave it blank for all accounts, or enter account IDs separated by commas, without spaces.',
      ],
    ],
  },
  extractorStackName: {
    title: 'Name the extractor stack',
    why: 'Any legal name will do. Recorded here, it can be found again.',
    says: [['step 3.3, Stack Name', 'Set it to a name you like.']],
  },
  extractorStack: {
    title: 'Create the extractor stack',
    why: 'The extractor hands the report to Spot. With it the customer is connected.',
    says: [
      ['step 3.3', 'Parameters that are filled in already stay as they are. Fill in the three shown here.'],
      ['step 3.3, CURBucketName', 'CURBucketName is the bucket of phase 1.'],
      ['step 3.4', 'Choose Next, scroll down and choose Next again.'],
      ['step 3.5', 'Scroll down and tick that CloudFormation might create IAM resources.'],
      ['step 3.6', 'Compare the review page with the values here.'],
      ['step 3.7', 'Choose Create stack.'],
    ],
  },
} as const
