import type { Case } from '../domain/records/case-aggregate.ts'
import type { Settings } from '../domain/records/settings.ts'
import type { Submission, SubmissionItems } from '../domain/records/submission.ts'
import { DEFAULT_REPORT_NAME } from '../domain/values/report-name.ts'

export interface Message {
  readonly subject: string
  readonly text: string
}

/**
 * The message to Spot. Its list keeps the document's wording and order (004, step 2.3), so that whoever reads it
 * at Spot finds what they asked for; IDs stand as plain digits, to be copied.
 */
export function submissionMessage(
  c: Case,
  settings: Settings,
  submission: Pick<Submission, 'attempt' | 'recipient'>,
  items: SubmissionItems,
): Message {
  const { customer, payer, record } = c
  const greeting = submission.recipient.name ? `Hello ${submission.recipient.name},` : 'Hello,'
  const again =
    submission.attempt > 1
      ? ['', `This is attempt ${submission.attempt}; please use it instead of the earlier one.`]
      : []
  return {
    subject: `Cost and Usage Report extraction for ${customer.name} (management account ${items.managementAccountId})`,
    text: [
      greeting,
      '',
      `${settings.company} is setting up the extraction of the AWS Cost and Usage Report for our customer ${customer.name}.`,
      'The crawler file is attached. Please send us the link for the Cost and Usage Extractor.',
      ...again,
      '',
      'The crawler file: crawler-cfn.yml (attached)',
      `AWS account number of MSP: ${items.mspAccountId}`,
      `Account ID of the customer's management account: ${items.managementAccountId}`,
      `CUR bucket name: ${items.bucket}`,
      `Stack name: ${items.stackName}`,
      `Prefix: ${items.prefix === '' ? '(none)' : items.prefix}`,
      `The customer's Spot OrgIDs: ${items.orgIds.join(', ')}`,
      '',
      ...notes(c, items),
      `Report name: ${payer.reportName}. Region: ${payer.region}. SHA-256 of the crawler file: ${items.crawlerFile.sha256}.`,
      `Our reference: C-${record.number}.`,
      '',
      'Thank you',
      settings.operator,
      settings.company,
      '',
    ].join('\n'),
  }
}

/** What is so, where it is not as the document has it: Spot should not have to guess. */
function notes(c: Case, items: SubmissionItems): readonly string[] {
  const lines: string[] = []
  if (items.bucket !== DEFAULT_REPORT_NAME) {
    lines.push(`Please note that the bucket is ${items.bucket}; the report itself is named ${c.payer.reportName}.`)
  }
  if (c.payer.accountId !== items.managementAccountId) {
    lines.push(`The report, the bucket and the stack are in our payer account ${c.payer.accountId}.`)
  }
  return lines.length > 0 ? [...lines, ''] : []
}
