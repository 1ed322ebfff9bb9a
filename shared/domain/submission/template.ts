import { type MessageKind, type TemplateVariable, templateVariables } from '../../text/message-templates.ts'
import { type Finding, finding } from '../finding.ts'
import type { MessageTemplate } from '../records/settings.ts'
import { shown } from '../values/typed-text.ts'

export type TemplateValues = Readonly<Record<TemplateVariable, string>>

/** A variable as it stands in a template: `{{customer}}`. */
const VARIABLE = /\{\{\s*([A-Za-z][A-Za-z0-9]*)\s*\}\}/g

/** An item of the submission (004, step 2.3): the document's words for it, of which its line has to keep these. */
interface Item {
  readonly variable: TemplateVariable
  readonly label: string
  readonly words: readonly string[]
}

const ITEMS: readonly Item[] = [
  { variable: 'crawlerFile', label: 'The crawler file', words: ['crawler file'] },
  { variable: 'mspAccountId', label: 'AWS account number of MSP', words: ['account', 'MSP'] },
  {
    variable: 'managementAccountId',
    label: 'Account ID of the customer’s management account',
    words: ['management account'],
  },
  { variable: 'bucket', label: 'CUR bucket name', words: ['bucket'] },
  { variable: 'stackName', label: 'Stack name', words: ['stack name'] },
  { variable: 'prefix', label: 'Prefix', words: ['prefix'] },
  { variable: 'orgIds', label: 'The customer’s Spot OrgIDs', words: ['org'] },
]

/** What each message has to hold, or Spot cannot tell what it is about. */
const NEEDED: Readonly<Record<MessageKind, readonly Item[]>> = {
  submission: ITEMS,
  correction: ITEMS,
  followUp: ITEMS.filter((item) => item.variable === 'managementAccountId'),
}

/**
 * What is wrong with a template, by line (from 1): a brace left open, a variable nobody knows, one of the seven items
 * dropped or no longer to be recognised by the document's words. Empty where it can be used.
 */
export function judgeTemplate(kind: MessageKind, template: MessageTemplate): readonly Finding[] {
  const field = (part: keyof MessageTemplate) => `messageTemplates.${kind}.${part}`
  const findings: Finding[] = []
  if (template.subject.trim() === '') findings.push(finding('error', 'template.subject-missing', {}, field('subject')))
  if (/[\r\n]/.test(template.subject)) findings.push(finding('error', 'template.subject-lines', {}, field('subject')))
  for (const part of ['subject', 'body'] as const) findings.push(...judgeLines(linesOf(template[part]), field(part)))
  const lines = linesOf(template.body)
  for (const item of NEEDED[kind]) findings.push(...judgeItem(item, lines, field('body')))
  return findings
}

function judgeLines(lines: readonly string[], field: string): readonly Finding[] {
  return lines.flatMap((text, i) => {
    const line = i + 1
    const unknown = variablesOf(text).filter((name) => !Object.hasOwn(templateVariables, name))
    const known = Object.keys(templateVariables).join(', ')
    const open = /\{\{|\}\}/.test(text.replace(VARIABLE, ''))
    return [
      ...unknown.map((variable) => finding('error', 'template.unknown-variable', { line, variable, known }, field)),
      ...(open ? [finding('error', 'template.brace-open', { line, text: shown(text.trim()) }, field)] : []),
    ]
  })
}

function judgeItem(item: Item, lines: readonly string[], field: string): readonly Finding[] {
  const { variable, label, words } = item
  const at = lines.flatMap((text, i) => (variablesOf(text).includes(variable) ? [i] : []))
  if (at[0] === undefined) return [finding('error', 'template.item-dropped', { item: label, variable }, field)]
  // The words may stand on the line above, as the head of a table does.
  const isNamed = at.some((i) => {
    const said = `${lines[i - 1] ?? ''}\n${lines[i]}`.replace(VARIABLE, '').toLowerCase()
    return words.every((word) => said.includes(word.toLowerCase()))
  })
  if (isNamed) return []
  return [finding('error', 'template.item-wording', { line: at[0] + 1, item: label, words: words.join(', ') }, field)]
}

/**
 * A template with its values in place. A line all of whose variables are blank is left out, with the blank line that
 * follows it where one stands before it; the text ends with one line feed. What a value holds is never read again.
 */
export function fillTemplate(text: string, values: TemplateValues): string {
  const out: string[] = []
  let left = false
  for (const line of linesOf(text)) {
    const names = variablesOf(line).filter(isVariable)
    if (names.length > 0 && names.every((name) => values[name] === '')) {
      left = true
      continue
    }
    if (left && line.trim() === '' && (out.at(-1) ?? '').trim() === '') continue
    left = false
    out.push(line.replace(VARIABLE, (whole, name: string) => (isVariable(name) ? values[name] : whole)))
  }
  return `${out.join('\n').trimEnd()}\n`
}

/** A subject is one line, whatever the values hold. */
export function fillSubject(text: string, values: TemplateValues): string {
  return fillTemplate(text, values).replace(/\s+/g, ' ').trim()
}

function isVariable(name: string): name is TemplateVariable {
  return Object.hasOwn(templateVariables, name)
}

function variablesOf(line: string): readonly string[] {
  return [...line.matchAll(VARIABLE)].map((match) => match[1] ?? '')
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/)
}
