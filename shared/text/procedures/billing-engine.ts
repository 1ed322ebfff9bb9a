/** Every sentence of Billing Engine's AWS account (source document 002), in our words. */
export const billingEngineText = {
  title: 'Billing Engine: connect an AWS account',
  summary:
    'A report of its own for Billing Engine (Redshift, gzipped text), then the account wizard; an existing Spot customer only runs the IAM template again. Azure and Google Cloud accounts are connected by ticket.',
  who: 'The customer does it, with your values at hand; another cloud than AWS ends in a ticket.',
  phases: {
    ticket: 'Ask Spot by ticket',
    report: 'Configure the report',
    bucket: 'Configure the bucket',
    delivery: 'Configure delivery',
    review: 'Review and create',
    wizard: 'Connect in Spot’s wizard',
    delivered: 'See the first delivery',
  },
  waits: {
    billingDelivery: {
      title: 'AWS delivers Billing Engine’s report',
      anchor: 'Report created',
      promise: 'AWS delivers within 24 h',
      look: 'Look whether AWS has delivered Billing Engine’s report',
      chase: 'Look at the check of the report: it names what keeps AWS.',
    },
    ticketAnswer: {
      title: 'Spot answers the ticket',
      anchor: 'Ticket created',
      promise: 'no document names a time; 48 h are this app’s own default',
      look: 'Look whether Spot has answered the ticket',
      chase: 'Write to Spot again, in the same ticket.',
    },
  },
  intake: {
    cloud: {
      question: 'In which cloud is the account?',
      why: 'Only AWS accounts are connected by this procedure; Azure and Google Cloud accounts need a support ticket.',
    },
    spotAccount: {
      question: 'Is the customer new at Spot?',
      why: 'A new Spot account gives Billing Engine a report. An existing Spot customer answers No to a new report and only runs the IAM template again.',
    },
    billingReport: {
      question: 'Does a report for Billing Engine exist already?',
      why: 'A report with Redshift, gzip and text that delivers already can be used; otherwise one is made.',
    },
    which: {
      title: 'What this is for',
      text: 'It connects an AWS account to Billing Engine. The report for it is another one than Eco and Cloud Analyzer use.',
    },
    ticket: {
      title: 'Azure and Google Cloud',
      text: 'Accounts of Azure or Google Cloud are connected by Spot after a support ticket. The app writes its text.',
    },
    region: {
      title: 'The region is yours to choose',
      text: 'Billing Engine takes the bucket in any region; the rule of us-east-1 is one of the other procedures.',
    },
  },
  ticket: {
    title: 'Create a support ticket',
    why: 'Spot connects Azure and Google Cloud accounts itself.',
    says: [
      ['introduction, Azure and Google Cloud', 'Create a ticket at Spot Support. The text here can be copied into it.'],
    ],
  },
  ticketAnswered: {
    title: 'See that Spot has connected the account',
    why: 'The ticket’s answer says when the account is connected, and what Spot still needs.',
  },
  billingConsole: {
    title: 'Open the reports of the account',
    why: 'The report has to be made in the account whose bill Billing Engine is to read.',
    says: [
      ['configure the CUR', 'Before Billing Engine can be used, the account needs a Cost and Usage Report for it.'],
      ['configure the CUR 1', 'Sign in to the AWS console with the account shown above.'],
      ['configure the CUR 2', 'Open Billing and Cost Management from the account menu.'],
      ['configure the CUR 3', 'Open Cost and Usage Reports; on the newer console it is part of Data Exports.'],
    ],
  },
  reportContent: {
    title: 'Create the report and name it',
    why: 'It needs a name of its own beside the report that Eco and Cloud Analyzer read.',
    says: [
      ['configure the CUR 4', 'Choose Create report, and on the newer page Legacy CUR export.'],
      ['configure the CUR 5', 'Paste the report name.'],
      ['configure the CUR 6', 'Tick Include resource IDs.'],
      [
        'configure the CUR, notice',
        'Leave automatic refresh ticked: AWS then delivers again when charges of closed months change.',
      ],
    ],
  },
  bucket: {
    title: 'Configure the S3 bucket',
    why: 'The report wants a bucket of its own, in whichever region suits you.',
    says: [
      ['configure S3 bucket', 'Make a bucket that serves only this report.'],
      ['configure S3 bucket 1', 'Choose Next.'],
      ['configure S3 bucket 2', 'Choose Configure.'],
      ['configure S3 bucket 3', 'Paste the bucket name.'],
      ['configure S3 bucket 4', 'Choose the region for the bucket. It is your choice here.'],
      ['configure S3 bucket 5', 'Choose Next. AWS shows the policy it proposes.'],
      ['configure S3 bucket 6', 'Tick that the policy is correct, and choose Save.'],
    ],
  },
  delivery: {
    title: 'Set prefix, granularity and Redshift',
    why: 'Billing Engine reads hourly data as gzipped text, which Redshift integration brings with it.',
    says: [
      ['delivery options 1', 'Paste the report path prefix.'],
      [
        'delivery options 2',
        'Choose Hourly, so that the report is delivered several times a day. Billing Engine depends on it.',
      ],
      [
        'delivery options 3',
        'Choose whether a delivery overwrites the last one or adds a new version, and record it here.',
      ],
      ['delivery options 4', 'Tick Amazon Redshift under data integration.'],
      ['delivery options, note', 'Compression becomes GZIP and format text/csv by themselves.'],
      ['delivery options 5', 'Choose Next. The review page opens.'],
    ],
  },
  review: {
    title: 'Review and create the report',
    why: 'From here AWS has 24 hours for the first delivery. Nothing else waits for it.',
    says: [
      ['review 1', 'See that resource IDs are included and data refresh is on.'],
      ['review 2', 'See that the delivery options are these.'],
      ['review 2, item 1', 'Hourly time granularity.'],
      ['review 2, item 2', 'Redshift as data integration.'],
      ['review 2, item 3', 'GZIP as compression.'],
      ['review 2, item 4', 'text/csv as file format.'],
      ['review 3', 'Choose Review and complete. The report appears in the list; AWS delivers within 24 hours.'],
    ],
  },
  wizardSignIn: {
    title: 'Sign in from Spot’s account wizard',
    why: 'The wizard connects the Spot account with the AWS account it is signed in to.',
    says: [
      ['account wizard', 'With the report in place, open the AWS onboarding wizard of Billing Engine.'],
      ['account wizard 1', 'Sign in to the AWS account.'],
    ],
  },
  wizardReport: {
    title: 'Give the wizard the report',
    why: 'A new Spot account has no report yet, so the wizard has to be told which one to read.',
    says: [['account wizard 2', 'Answer Yes to a new report and paste the values shown here.']],
  },
  wizardRole: {
    title: 'Run the IAM template and connect',
    why: 'The template makes the role through which Billing Engine reads the report.',
    says: [['account wizard 3', 'Run the IAM template, then choose Connect Account.']],
  },
  existingReport: {
    title: 'Answer No to a new report',
    why: 'An existing Spot customer’s report is known already; only the role has to be renewed for Billing Engine.',
    says: [
      ['existing customers', 'The AWS account is connected already; for Billing Engine its IAM template is run again.'],
      ['existing customers 1', 'Answer No to a new report.'],
    ],
  },
  existingRole: {
    title: 'Run the IAM template again',
    why: 'The role needs the permissions of Billing Engine in addition to those it has.',
    says: [['existing customers 2', 'Run the IAM template.']],
  },
  connected: {
    title: 'See that the account is connected',
    why: 'With the wizard’s word the account is in Billing Engine; before it nothing arrives there.',
    says: [
      ['account wizard 4', 'The wizard’s last page says that the account is connected.'],
      ['existing customers 3', 'Once the IAM template has run again, the wizard says that the account is connected.'],
    ],
  },
  delivered: {
    title: 'See that AWS has delivered',
    why: 'The connection does not wait for this, but without a delivery Billing Engine has nothing to show.',
    says: [['review 3', 'Data last refreshed shows a date instead of N/A, within 24 hours.']],
  },
} as const
