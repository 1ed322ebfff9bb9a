import { lambdaConcurrencyQuota, spotOrganization } from '../domain/console-links.ts'
import type { Case } from '../domain/records/case-aggregate.ts'
import type { Settings } from '../domain/records/settings.ts'

interface RequestText {
  readonly title: string
  /** When it is worth sending. */
  readonly why: string
  readonly wait: {
    readonly title: string
    readonly anchor: string
    readonly promise: string
    readonly look: string
    readonly chase: string
  }
  readonly subject: (c: Case) => string
  readonly lines: (c: Case, settings: Settings) => readonly string[]
}

export interface RequestMessage {
  readonly to: string
  readonly subject: string
  readonly text: string
}

const promise = 'no document names a time; 72 h are this app’s own default'

/** Requests to the customer: why they are sent, what they say, and how the wait for the answer reads. */
export const requestTexts = {
  'org-ids': {
    title: 'Ask for the Spot Org ID',
    why: 'The submission to Spot names the customer’s Spot Org IDs, and only the customer can see them.',
    wait: {
      title: 'The customer sends the Org ID',
      anchor: 'Asked for the Org ID',
      promise,
      look: 'See whether the customer has sent the Org ID',
      chase: 'Ask again, by telephone if there is a number.',
    },
    subject: (c) => `Your Spot organization ID, for ${c.customer.name}`,
    lines: () => [
      'to connect your AWS billing data to Spot we need your Spot organization ID.',
      '',
      `You find it in the Spot console (${spotOrganization()}): user icon, My Organization. It usually has 12 digits.`,
      'Please note that it is not your AWS account ID, and not an ID that starts with act-. If you have several organizations, please send all of their IDs.',
    ],
  },
  access: {
    title: 'Ask for access to the billing account',
    why: 'Report, bucket and stacks are made in the account that pays the bill, and nobody here can sign in to it.',
    wait: {
      title: 'The customer gives access',
      anchor: 'Asked for access',
      promise,
      look: 'See whether the customer has given access',
      chase: 'Ask again, or offer an appointment at which the customer does the steps.',
    },
    subject: (c) => `Access to AWS account ${c.payer.accountId}, for ${c.customer.name}`,
    lines: (c) => [
      `to set up the Cost and Usage Report we need to sign in to AWS account ${c.payer.accountId}.`,
      '',
      'Please give us a role there that may use Billing, S3, CloudFormation, Glue and IAM, or name a time at which we do the steps together.',
      'IAM user and role access to Billing has to be activated in that account; only its root user can do that, once.',
    ],
  },
  'eco-steps': {
    title: 'Ask to do steps 4 to 6 of the Eco procedure',
    why: 'Where an MSP manages the account, the customer’s own part begins at step 4 of Spot’s Eco page.',
    wait: {
      title: 'The customer does steps 4 to 6 of the Eco procedure',
      anchor: 'Asked for steps 4 to 6',
      promise,
      look: 'See whether the customer has sent the Spot Role ARN',
      chase: 'Ask again, or offer an appointment for it.',
    },
    subject: (c) => `Your part of connecting ${c.customer.name} to Spot`,
    lines: (c) => [
      'our part of the setup is under way. Yours are steps 4 to 6 of Spot’s page “Connect your AWS Account”; steps 2 and 3 are done by us.',
      '',
      `Please do them in your management account ${c.customer.managementAccountId}:`,
      'Step 4: in Spot’s wizard, open the link to the CloudFormation template.',
      'Step 5: acknowledge that IAM resources are created, and create the stack.',
      'Step 6: once the stack is complete, copy the Spot Role ARN from its Outputs tab, paste it into the wizard, and send it to us.',
    ],
  },
  'lambda-quota': {
    title: 'Ask to raise the Lambda quota',
    why: 'The crawler stack reserves Lambda concurrency, and an account with too low a quota cannot create it.',
    wait: {
      title: 'The customer has the quota raised',
      anchor: 'Asked for the quota',
      promise,
      look: 'Check whether the quota has been raised',
      chase: 'Ask again; AWS Support can say where the request stands.',
    },
    subject: (c) => `Lambda quota to raise in AWS account ${c.payer.accountId}`,
    lines: (c) => [
      `AWS account ${c.payer.accountId} allows too few concurrent Lambda executions in ${c.payer.region} for the stack that Spot’s procedure creates.`,
      '',
      'Please ask AWS to raise the quota “Concurrent executions” of AWS Lambda to at least 102:',
      lambdaConcurrencyQuota(c.payer.region),
    ],
  },
} as const satisfies Readonly<Record<string, RequestText>>

/** A request as it is sent, to the customer's first contact with an address. IDs stand as plain digits, to be copied. */
export function requestMessage(id: keyof typeof requestTexts, c: Case, settings: Settings): RequestMessage {
  const text: RequestText = requestTexts[id]
  const contact = c.customer.contacts.find((one) => one.email !== '')
  return {
    to: contact?.email ?? '',
    subject: text.subject(c),
    text: [
      contact?.name ? `Hello ${contact.name},` : 'Hello,',
      '',
      ...text.lines(c, settings),
      '',
      `Our reference: C-${c.record.number}.`,
      '',
      'Thank you',
      settings.operator,
      settings.company,
      '',
    ].join('\n'),
  }
}
