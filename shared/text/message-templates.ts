import type { MessageTemplate } from '../domain/records/settings.ts'

/** The messages to Spot that have a template: the hand-off, the reminder once the 72 hours are over, and the hand-off that follows a return. */
export const MESSAGE_KINDS = ['submission', 'followUp', 'correction'] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

/** What a template can name, with what stands there in the message. */
export const templateVariables = {
  greeting: '“Hello Sam,”, or “Hello,” where no name is known',
  recipient: 'Name of the recipient at Spot',
  company: 'Your company',
  operator: 'Name of the operator who writes',
  customer: 'Name of the customer',
  crawlerFile: 'Name of the crawler file, with the word that it is attached',
  mspAccountId: 'Your AWS account number, as plain digits',
  managementAccountId: 'The customer’s management account, as plain digits',
  bucket: 'The bucket that the report is really in',
  stackName: 'Name of the crawler stack',
  prefix: 'The report path prefix; “(none)” where it is blank',
  orgIds: 'The customer’s Spot Org IDs, separated by commas',
  report: 'Name of the report',
  region: 'Region of bucket and stack',
  sha256: 'SHA-256 of the crawler file',
  case: 'Our reference, such as C-42',
  attempt: 'Number of the attempt',
  again: 'From the second attempt on: a sentence that it replaces the earlier one',
  notes: 'What differs from the document: another bucket name, a shared payer',
  ticket: 'Spot’s ticket number, where it is known',
  sentAt: 'When the submission was sent, in UTC',
  hours: 'Hours in which Spot’s answer was expected',
  reason: 'What Spot asked to be corrected',
} as const satisfies Readonly<Record<string, string>>
export type TemplateVariable = keyof typeof templateVariables

export const messageTitles: Readonly<Record<MessageKind, string>> = {
  submission: 'Submission',
  followUp: 'Follow-up when the time is over',
  correction: 'Corrected submission',
}

/** The seven items in the document's wording and order (004, step 2.3), so that whoever reads it at Spot finds what they asked for. */
const ITEMS = `The crawler file: {{crawlerFile}}
AWS account number of MSP: {{mspAccountId}}
Account ID of the customer's management account: {{managementAccountId}}
CUR bucket name: {{bucket}}
Stack name: {{stackName}}
Prefix: {{prefix}}
The customer's Spot OrgIDs: {{orgIds}}`

const CLOSE = `Thank you
{{operator}}
{{company}}`

const SUBJECT = 'Cost and Usage Report extraction for {{customer}} (management account {{managementAccountId}})'

/** The app's own templates, in force where staff have written none. */
export const standardTemplates: Readonly<Record<MessageKind, MessageTemplate>> = {
  submission: {
    subject: SUBJECT,
    body: `{{greeting}}

{{company}} is setting up the extraction of the AWS Cost and Usage Report for our customer {{customer}}.
The crawler file is attached. Please send us the link for the Cost and Usage Extractor.

{{again}}

${ITEMS}

{{notes}}

Report name: {{report}}. Region: {{region}}. SHA-256 of the crawler file: {{sha256}}.
Our reference: {{case}}.

${CLOSE}`,
  },
  followUp: {
    subject: `Following up: ${SUBJECT}`,
    body: `{{greeting}}

On {{sentAt}} we sent you the crawler file and the details of our customer {{customer}} (management account {{managementAccountId}}).
The {{hours}} h in which we expected the link for the Cost and Usage Extractor are over.

Could you tell us how it stands? Where something is missing or has to be corrected, please say so and we will send it.

Your ticket: {{ticket}}
Our reference: {{case}}.

${CLOSE}`,
  },
  correction: {
    subject: `Corrected: ${SUBJECT}`,
    body: `{{greeting}}

Here is the corrected submission for our customer {{customer}}; please use it instead of the one of {{sentAt}}.
The crawler file is attached. Please send us the link for the Cost and Usage Extractor.

What you asked for: {{reason}}
Your ticket: {{ticket}}

${ITEMS}

{{notes}}

Report name: {{report}}. Region: {{region}}. SHA-256 of the crawler file: {{sha256}}.
Our reference: {{case}}.

${CLOSE}`,
  },
}
