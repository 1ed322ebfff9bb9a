import type { Case } from '../domain/records/case-aggregate.ts'
import type { Settings } from '../domain/records/settings.ts'
import type { Submission, SubmissionItems } from '../domain/records/submission.ts'
import { fillSubject, fillTemplate, type TemplateValues } from '../domain/submission/template.ts'
import { DEFAULT_REPORT_NAME } from '../domain/values/report-name.ts'
import { type MessageKind, standardTemplates } from './message-templates.ts'
import { minute } from './minute.ts'

export interface Message {
  readonly subject: string
  readonly text: string
}

type Attempt = Pick<Submission, 'attempt' | 'recipient'> & Partial<Pick<Submission, 'ticket' | 'sent'>>

/** Which message hands an attempt over: after a return it is the corrected one, which says what it corrects. */
export function handOffKind(c: Case, submission: Pick<Submission, 'attempt'>): 'submission' | 'correction' {
  return attemptBefore(c, submission)?.state === 'returned' ? 'correction' : 'submission'
}

/**
 * The message that hands the seven items to Spot, from the template in force. IDs stand as plain digits, to be copied.
 * No local time and no word of the machine: the same attempt reads the same everywhere.
 */
export function submissionMessage(c: Case, settings: Settings, submission: Attempt, items: SubmissionItems): Message {
  return messageOfKind(handOffKind(c, submission), c, settings, submission, items, null)
}

/**
 * The reminder once Spot's time is over.
 * @param hours in which the answer was expected
 */
export function followUpMessage(
  c: Case,
  settings: Settings,
  submission: Attempt,
  items: SubmissionItems,
  hours: number,
): Message {
  return messageOfKind('followUp', c, settings, submission, items, hours)
}

/** A message of a kind, whether or not it is its time. */
export function messageOfKind(
  kind: MessageKind,
  c: Case,
  settings: Settings,
  submission: Attempt,
  items: SubmissionItems,
  hours: number | null,
): Message {
  const before = attemptBefore(c, submission)
  const sent = kind === 'followUp' ? submission.sent : before?.sent
  const values: TemplateValues = {
    ...valuesOf(c, settings, submission, items),
    sentAt: minute(sent?.at ?? ''),
    reason: before?.closed?.reason ?? '',
    hours: hours === null ? '' : String(hours),
  }
  const template = settings.messageTemplates[kind] ?? standardTemplates[kind]
  return { subject: fillSubject(template.subject, values), text: fillTemplate(template.body, values) }
}

/** The seven items and nothing else, for a `mailto:` address that a whole message does not fit into. */
export function shortMessage(c: Case, items: SubmissionItems, isNamed: boolean): Message {
  const whose = isNamed ? `${c.customer.name}, ` : ''
  return {
    subject: `CUR extraction for ${whose}${items.managementAccountId}`,
    text: [
      'The crawler file: crawler-cfn.yml (attached)',
      `AWS account number of MSP: ${items.mspAccountId}`,
      `Account ID of the customer's management account: ${items.managementAccountId}`,
      `CUR bucket name: ${items.bucket}`,
      `Stack name: ${items.stackName}`,
      `Prefix: ${shownPrefix(items)}`,
      `The customer's Spot OrgIDs: ${items.orgIds.join(',')}`,
      `Our reference: C-${c.record.number}`,
    ].join('\n'),
  }
}

function valuesOf(
  c: Case,
  settings: Settings,
  submission: Attempt,
  items: SubmissionItems,
): Omit<TemplateValues, 'sentAt' | 'hours' | 'reason'> {
  const { attempt, recipient } = submission
  return {
    greeting: recipient.name ? `Hello ${recipient.name},` : 'Hello,',
    recipient: recipient.name,
    company: settings.company,
    operator: settings.operator,
    customer: c.customer.name,
    crawlerFile: 'crawler-cfn.yml (attached)',
    mspAccountId: items.mspAccountId,
    managementAccountId: items.managementAccountId,
    bucket: items.bucket,
    stackName: items.stackName,
    prefix: shownPrefix(items),
    orgIds: items.orgIds.join(', '),
    report: c.payer.reportName,
    region: c.payer.region,
    sha256: items.crawlerFile.sha256,
    case: `C-${c.record.number}`,
    attempt: String(attempt),
    again: attempt > 1 ? `This is attempt ${attempt}; please use it instead of the earlier one.` : '',
    notes: notes(c, items).join('\n'),
    ticket: submission.ticket ?? '',
  }
}

function shownPrefix(items: SubmissionItems): string {
  return items.prefix === '' ? '(none)' : items.prefix
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
  return lines
}

function attemptBefore(c: Case, submission: Pick<Submission, 'attempt'>): Submission | null {
  return c.submissions.filter((s) => s.attempt < submission.attempt).at(-1) ?? null
}
