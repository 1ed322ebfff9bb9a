import { describe, expect, it } from 'vitest'
import type { MessageTemplate } from '../../../../../shared/domain/records/settings.ts'
import { exampleHandOff } from '../../../../../shared/domain/submission/example.ts'
import { fillSubject, fillTemplate, judgeTemplate } from '../../../../../shared/domain/submission/template.ts'
import {
  MESSAGE_KINDS,
  standardTemplates,
  type TemplateVariable,
  templateVariables,
} from '../../../../../shared/text/message-templates.ts'
import { sentence } from '../../../../../shared/text/messages/index.ts'
import { messageOfKind, submissionMessage } from '../../../../../shared/text/submission-message.ts'
import { makeSettings } from '../../../../support/records.ts'
import { wholeFinding } from '../../../../support/told.ts'

const standard = standardTemplates.submission
const withBody = (change: (body: string) => string): MessageTemplate => ({ ...standard, body: change(standard.body) })
const judged = (template: MessageTemplate) =>
  judgeTemplate('submission', template).map((found) => {
    const { level, code, params, field } = wholeFinding(found)
    expect(level).toBe('error')
    return { code, params, field }
  })
const values = Object.fromEntries(Object.keys(templateVariables).map((name) => [name, `<${name}>`])) as Record<
  TemplateVariable,
  string
>

const ITEM_LINES = [
  ['The crawler file', 'crawlerFile'],
  ['AWS account number of MSP', 'mspAccountId'],
  ["Account ID of the customer's management account", 'managementAccountId'],
  ['CUR bucket name', 'bucket'],
  ['Stack name', 'stackName'],
  ['Prefix', 'prefix'],
  ["The customer's Spot OrgIDs", 'orgIds'],
] as const

describe('a template', () => {
  it.each(MESSAGE_KINDS)('of the app itself is in order: %s', (kind) => {
    expect(judgeTemplate(kind, standardTemplates[kind])).toEqual([])
  })

  it.each(ITEM_LINES)('that drops “%s” is refused, and told the line that is missing', (label, variable) => {
    const found = judged(withBody((body) => body.replace(`${label}: {{${variable}}}\n`, '')))
    expect(found).toEqual([
      {
        code: 'template.item-dropped',
        params: expect.objectContaining({ variable }),
        field: 'messageTemplates.submission.body',
      },
    ])
    expect(sentence('template.item-dropped', found[0]?.params ?? {}).remedy).toContain(`{{${variable}}}`)
  })

  it.each(ITEM_LINES)('that no longer says “%s” by its words is refused with the line', (label, variable) => {
    const body = standard.body.replace(`${label}: {{${variable}}}`, `\nValue: {{${variable}}}`)
    const line = body.split('\n').indexOf(`Value: {{${variable}}}`) + 1
    expect(judged({ ...standard, body })).toEqual([
      expect.objectContaining({ code: 'template.item-wording', params: expect.objectContaining({ line }) }),
    ])
  })

  it('may name an item in its own order and in other words around Spot’s', () => {
    const body = ITEM_LINES.toReversed()
      .map(([label, variable]) => `* **${label.toUpperCase()}** is {{ ${variable} }}`)
      .join('\r\n')
    expect(judged({ ...standard, body })).toEqual([])
  })

  it('may set the words above the value, as a table does', () => {
    const body = ITEM_LINES.map(([label, variable]) => `${label}\n  {{${variable}}}\n`).join('\n')
    expect(judged({ ...standard, body })).toEqual([])
  })

  it('is refused for a variable that nobody knows, with its line and what is known', () => {
    const found = judged(withBody((body) => `Dear {{salutation}}\n${body}`))
    expect(found).toEqual([
      {
        code: 'template.unknown-variable',
        params: expect.objectContaining({ line: 1, variable: 'salutation' }),
        field: expect.any(String),
      },
    ])
    expect(sentence('template.unknown-variable', found[0]?.params ?? {}).remedy).toContain('managementAccountId')
  })

  it.each(['{{customer', '{{ }}', 'customer}}', '{{customer name}}', '{{customer}', '{{constructor.name}}'])(
    'is refused for a broken variable, with its line: %s',
    (broken) => {
      const found = judged(withBody((body) => `${body}\n${broken}`))
      expect(found).toEqual([
        expect.objectContaining({
          code: 'template.brace-open',
          params: { line: standard.body.split('\n').length + 1, text: broken },
        }),
      ])
    },
  )

  it('does not know what every object has by itself', () => {
    expect(judged(withBody((body) => `${body}\n{{constructor}} {{toString}}`)).map((f) => f.code)).toEqual([
      'template.unknown-variable',
      'template.unknown-variable',
    ])
  })

  it.each([
    [' ', 'template.subject-missing'],
    ['a\nBcc: x@example.com', 'template.subject-lines'],
    ['a\rBcc: x@example.com', 'template.subject-lines'],
  ])('wants a subject of one line: %j', (subject, code) => {
    expect(judged({ ...standard, subject })).toEqual([
      { code, params: {}, field: 'messageTemplates.submission.subject' },
    ])
  })

  it('keeps all of the document’s words for an item, in one place', () => {
    const msp = (line: string) => withBody((body) => body.replace('AWS account number of MSP: {{mspAccountId}}', line))
    expect(judged(msp('Account of ours: {{mspAccountId}}'))).toEqual([
      {
        code: 'template.item-wording',
        params: { line: expect.any(Number), item: 'AWS account number of MSP', words: 'account, MSP' },
        field: 'messageTemplates.submission.body',
      },
    ])
    // Once by its words is enough, wherever else it is said.
    expect(judged(msp('{{mspAccountId}}\n\nThe MSP has the account {{mspAccountId}}'))).toEqual([])
    expect(judged(msp('{{mspAccountId}}\n\nThe MSP has an account.'))).toHaveLength(1)
  })

  it('for a reminder needs only the account that it is about', () => {
    const body = 'We wait for the management account {{managementAccountId}}.'
    expect(judgeTemplate('followUp', { subject: 'Reminder', body })).toEqual([])
    expect(judgeTemplate('followUp', { subject: 'Reminder', body: 'We wait.' })).toMatchObject([
      { code: 'template.item-dropped', params: { variable: 'managementAccountId' } },
    ])
  })
})

describe('filling a template in', () => {
  it('takes each value once and reads nothing in it', () => {
    expect(fillTemplate('{{customer}} and {{ company }}', { ...values, customer: '{{company}}' })).toBe(
      '{{company}} and <company>\n',
    )
  })

  it('leaves out a line whose variables are all blank, and the gap with it', () => {
    const filled = fillTemplate('a\n\nTicket: {{ticket}}\n{{again}}{{reason}}\n\nb {{ticket}}{{customer}}', {
      ...values,
      ticket: '',
      again: '',
      reason: '',
    })
    expect(filled).toBe('a\n\nb <customer>\n')
  })

  it('keeps blank lines that were written, and words that nobody knows', () => {
    expect(fillTemplate('a\n\n\n\nb', values)).toBe('a\n\n\n\nb\n')
    expect(fillTemplate('{{salutation}}', values)).toBe('{{salutation}}\n')
  })

  it.each([
    ['a\n{{ticket}}\n\nb', 'a\n\nb\n'],
    ['a\n \n{{ticket}}\n  \nb', 'a\n \nb\n'],
    ['{{ticket}}\n\nb', 'b\n'],
    ['a\n\n{{ticket}}\nb', 'a\n\nb\n'],
    ['  a\n\n\n', '  a\n'],
  ])('leaves one gap where a line falls away: %j is %j', (text, filled) => {
    expect(fillTemplate(text, { ...values, ticket: '' })).toBe(filled)
  })

  it('makes one line of a subject, whatever its values hold', () => {
    expect(fillSubject('For {{customer}}', { ...values, customer: 'A\r\nBcc: x' })).toBe('For A Bcc: x')
  })
})

describe('the messages to Spot', () => {
  const settings = makeSettings({ messageTemplates: {} })
  /** The example, and its case before anything was handed in. */
  const handOff = () => {
    const made = exampleHandOff(makeSettings())
    return { ...made, first: { ...made.c, submissions: [] } }
  }

  it('read as the document has it, with plain digits', () => {
    const { first, items, submission } = handOff()
    const { text } = submissionMessage(first, settings, { attempt: 1, recipient: submission.recipient }, items)
    expect(text).toBe(`Hello Sam,

Northwind Managed Services is setting up the extraction of the AWS Cost and Usage Report for our customer Example Ltd.
The crawler file is attached. Please send us the link for the Cost and Usage Extractor.

The crawler file: crawler-cfn.yml (attached)
AWS account number of MSP: 999900001111
Account ID of the customer's management account: 111122223333
CUR bucket name: spotinst-cur-report-111122223333
Stack name: SpotEcoStack
Prefix: spotinst_eco
The customer's Spot OrgIDs: 606123456789

Please note that the bucket is spotinst-cur-report-111122223333; the report itself is named spotinst-cur-report.

Report name: spotinst-cur-report. Region: us-east-1. SHA-256 of the crawler file: ${items.crawlerFile.sha256}.
Our reference: C-42.

Thank you
Ana
Northwind Managed Services
`)
  })

  it('say from the second attempt on that it replaces the first', () => {
    const { c, items, submission } = handOff()
    const withdrawn = { ...c, submissions: [{ ...submission, attempt: 1, state: 'withdrawn' as const }] }
    const { text } = submissionMessage(withdrawn, settings, { attempt: 2, recipient: submission.recipient }, items)
    expect(text).toContain('\n\nThis is attempt 2; please use it instead of the earlier one.\n\nThe crawler file:')
  })

  it('after a return are the corrected one, with what was asked for', () => {
    const { c, items, submission } = handOff()
    const { subject, text } = submissionMessage(c, settings, submission, items)
    expect(subject).toMatch(/^Corrected: /)
    expect(text).toContain('instead of the one of 14 Nov 2026, 15:20 UTC.')
    expect(text).toContain('\nWhat you asked for: The Org ID was another customer’s.\nYour ticket: 4711\n')
  })

  it('of an empty prefix say so', () => {
    const { first, items, submission } = handOff()
    const none = { ...items, prefix: '' }
    expect(submissionMessage(first, settings, { attempt: 1, recipient: submission.recipient }, none).text).toContain(
      '\nPrefix: (none)\n',
    )
  })

  it('follow the staff’s own template', () => {
    const { first, items, submission } = handOff()
    const own = makeSettings({
      messageTemplates: { submission: { subject: '{{case}}', body: '{{greeting}} {{orgIds}}' } },
    })
    expect(submissionMessage(first, own, { attempt: 1, recipient: submission.recipient }, items)).toEqual({
      subject: 'C-42',
      text: 'Hello Sam, 606123456789\n',
    })
  })

  it('remind Spot when the time is over, with the day it was sent', () => {
    const { c, items, submission } = handOff()
    const { text } = messageOfKind('followUp', c, settings, submission, items, 72)
    expect(text).toContain('On 14 Nov 2026, 15:20 UTC we sent you')
    expect(text).toContain('The 72 h in which')
    expect(text).not.toContain('{{')
  })

  it('have a value for every variable there is', () => {
    const { c, items, submission } = handOff()
    const names = Object.keys(templateVariables)
    const body = names.map((name) => `${name}={{${name}}}`).join('\n')
    const own = makeSettings({ messageTemplates: { correction: { subject: 'x', body } } })
    const lines = messageOfKind('correction', c, own, submission, items, 72).text.trimEnd().split('\n')
    expect(lines.map((line) => line.slice(0, line.indexOf('=')))).toEqual(names)
    for (const line of lines) expect(line).toMatch(/^\w+=[^{]+$/)
  })
})
