/** Every sentence of taking a customer off Spot. There is no document of Spot's for it: the order is ours. */
export const offboardingText = {
  title: 'Take a customer off Spot',
  summary:
    'Takes a customer off Spot: the extraction stops first, then what was set up for it is cleared away, as far as nobody else uses it.',
  who: 'You do it, together with Spot.',
  phases: {
    stop: 'Stop the extraction',
    clear: 'Clear away what was set up',
    close: 'Close the doors',
  },
  intake: {
    reportStillUsed: {
      question: 'Does anybody else still use the payer’s report?',
      why: 'Report, bucket and crawler stack belong to the payer. Other customers on it, or the customer’s own connection to Spot, read the same report; then only this customer’s extractor goes.',
    },
    extractorStackName: {
      question: 'What is the extractor stack called?',
      why: 'It is deleted first, so that no more data goes to Spot. The case that created it knows its name.',
    },
    order: {
      title: 'The extraction first',
      text: 'As long as the extractor stack is there it sends billing data to Spot. It goes before anything else does.',
    },
  },
  stopExtraction: {
    title: 'Delete the extractor stack',
    why: 'From here no more of this customer’s billing data goes to Spot. Everything else can wait.',
    says: [
      ['item 1', 'In CloudFormation open the stack named here and choose Delete.'],
      ['item 1', 'Wait for DELETE_COMPLETE. A deletion that fails leaves the extractor running.'],
    ],
  },
  tellSpot: {
    title: 'Tell Spot',
    why: 'Spot otherwise takes the missing data for a fault, and keeps what it has.',
    says: [['item 2', 'Write to Spot that the extraction has ended. The message here can be copied.']],
  },
  unschedule: {
    title: 'Stop the crawler’s schedule',
    why: 'A crawler that runs every night costs money for a report that nobody reads.',
    says: [['item 3', 'In Glue open the crawler and pause its schedule.']],
  },
  notifications: {
    title: 'Write down the bucket’s notifications',
    why: 'Deleting the crawler stack empties all event notifications of the bucket, also those that others have added since. Afterwards nobody can see what was there.',
    says: [
      ['item 4', 'In S3 open the bucket, Properties, Event notifications, and keep what is listed as evidence.'],
      ['item 4', 'Where there are none but the crawler’s own, write that down.'],
    ],
  },
  crawlerStack: {
    title: 'Delete the crawler stack',
    why: 'It takes database, crawler and functions away with it, and empties the bucket’s notifications.',
    says: [
      ['item 5', 'In CloudFormation open the stack named here and choose Delete. Wait for DELETE_COMPLETE.'],
      ['item 5', 'Add the notifications of others again, as they were written down.'],
    ],
  },
  report: {
    title: 'Delete the report',
    why: 'As long as the report is defined AWS goes on delivering into the bucket.',
    says: [['item 6', 'On the Cost and Usage Reports page delete the report named here.']],
  },
  bucket: {
    title: 'Decide what becomes of the bucket',
    why: 'It holds years of billing data. Whether it has to be kept is the customer’s decision, not ours.',
    says: [['item 7', 'Record who decided to keep or to empty the bucket, and until when.']],
  },
  role: {
    title: 'Have Spot’s role removed',
    why: 'Where the customer has connected its own account, Spot’s role is still in it.',
    says: [
      [
        'item 8',
        'Ask the customer to delete the stack that made Spot’s role. Where there never was one, mark this not applicable.',
      ],
    ],
  },
  access: {
    title: 'Give back the access',
    why: 'Access to a billing account that nobody needs any more is a risk without a use.',
    says: [['item 9', 'Have your role in the billing account removed, and the AWS profile on this machine.']],
  },
} as const
