import { currentSubmission, factsOf } from '../domain/case/facts-of.ts'
import type { MessageName } from '../domain/procedure/types.ts'
import type { Case } from '../domain/records/case-aggregate.ts'
import type { Settings } from '../domain/records/settings.ts'

export interface StepMessage {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** A message to Spot that a step asks for, filled in from the case; IDs stand as plain digits, to be copied. */
export function stepMessage(name: MessageName, c: Case, settings: Settings): StepMessage {
  const recipient = currentSubmission(c)?.recipient ?? settings.recipient
  const greeting = recipient.name && recipient.kind === 'sales' ? `Hello ${recipient.name},` : 'Hello,'
  const { subject, lines } = WRITERS[name](c, settings)
  return {
    to: recipient.email,
    subject,
    text: [
      greeting,
      '',
      ...lines,
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

interface Written {
  readonly subject: string
  readonly lines: readonly string[]
}

const WRITERS: Readonly<Record<MessageName, (c: Case, settings: Settings) => Written>> = {
  'support-managed': (c, settings) => {
    const facts = factsOf(c, settings)
    return {
      subject: `Connect an account managed by an MSP: ${c.customer.name} (${c.customer.managementAccountId})`,
      lines: [
        `The AWS account of ${c.customer.name} is managed by ${settings.company}. Its connection wizard has been gone through; please complete the connection.`,
        '',
        `Account ID of the customer's management account: ${c.customer.managementAccountId}`,
        `AWS account number of MSP: ${settings.mspAccountId}`,
        `The customer's Spot OrgIDs: ${c.customer.orgIds.join(', ') || '(not known yet)'}`,
        `Spot Role ARN: ${facts.roleArns?.split(/,(?=arn:)/).join('\n               ') ?? '(not known yet)'}`,
      ],
    }
  },
  'extraction-ended': (c, settings) => ({
    subject: `The extraction for ${c.customer.name} (management account ${c.customer.managementAccountId}) has ended`,
    lines: [
      `We have taken down the extraction of the AWS Cost and Usage Report for ${c.customer.name}. Please expect no more data, and tell us what becomes of the data you have.`,
      '',
      `Account ID of the customer's management account: ${c.customer.managementAccountId}`,
      `AWS account number of MSP: ${settings.mspAccountId}`,
      `CUR bucket name: ${c.payer.bucket}`,
      `The customer's Spot OrgIDs: ${c.customer.orgIds.join(', ') || '(not known)'}`,
    ],
  }),
  'ticket-cloud': (c, settings) => {
    const cloud = factsOf(c, settings).cloud === 'google' ? 'Google Cloud' : 'Azure'
    return {
      subject: `Connect an account of ${cloud} to Billing Engine: ${c.customer.name}`,
      lines: [
        `Please connect the ${cloud} account of our customer ${c.customer.name} to Billing Engine, and tell us what you need for it.`,
        '',
        `The customer's Spot OrgIDs: ${c.customer.orgIds.join(', ') || '(not known yet)'}`,
        `Company: ${settings.company}`,
      ],
    }
  },
}
