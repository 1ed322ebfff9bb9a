import type { BroughtAlong } from '../../../shared/contract/operations/procedures.ts'
import { formatAccountId } from '../../../shared/domain/values/account-id.ts'
import { casesText } from '../../../shared/text/ui/cases.ts'
import { findingText } from '../case-text.ts'
import type { Command } from '../command.ts'
import { intakeAnswers, intakeOptions } from '../intake-options.ts'
import { readPairs } from '../pairs.ts'
import { table } from '../table.ts'

const text = casesText.newCase.brings

/** Which procedures there are, and what opening a case in one of them asks. */
export const procedureCommands: readonly Command[] = [
  {
    path: ['procedure', 'list'],
    summary: 'the procedures a case can follow',
    positionals: [],
    options: {},
    workspace: true,
    async run(call) {
      const { procedures } = await call.send('procedure.list', {})
      const rows = procedures.map((p) => [p.id, String(p.version), p.document, p.title])
      return { json: { procedures }, text: table(['Procedure', 'Version', 'Document', 'Title'], rows) }
    },
  },
  {
    path: ['procedure', 'intake'],
    summary: 'what opening a case asks, with what is known already',
    positionals: ['PROCEDURE'],
    options: {
      customer: {
        type: 'string',
        value: 'CUSTOMER',
        help: 'name, management account or record ID; what is known answers',
      },
      ...intakeOptions,
      fact: { type: 'string', value: 'NAME=VALUE', help: 'an answer; may be repeated', repeats: true },
    },
    workspace: true,
    async run(call) {
      const intake = await call.send('procedure.intake', {
        procedure: call.positionals[0] ?? '',
        customer: call.option('customer'),
        facts: { ...intakeAnswers(call), ...readPairs(call.options('fact')) },
      })
      const text = [
        `${intake.procedure.title} (${intake.procedure.document})`,
        intake.procedure.summary,
        intake.procedure.who,
        ...intake.questions.flatMap((q) => [
          '',
          `${q.question}${q.required && q.fact.value === null ? ' (needed)' : ''}`,
          `  ${q.fact.name}: ${q.fact.display}${q.fact.options ? `  [${q.fact.options.map((o) => o.value).join(', ')}]` : ''}`,
          `  ${q.why} (${q.source})`,
        ]),
        ...intake.explanations.flatMap((e) => ['', `${e.title} (${e.source})`, `  ${e.text}`]),
        ...(intake.brings ? ['', ...broughtAlong(intake.brings)] : []),
        ...(intake.advice.length > 0 ? ['', ...intake.advice.map(findingText)] : []),
        ...(intake.refusal ? ['', findingText(intake.refusal)] : []),
      ].join('\n')
      return { json: intake, text }
    },
  },
]

/** What the payer brings along, as the app's New case shows it. */
function broughtAlong({ payer, values, crawlerFile, reuse }: BroughtAlong): readonly string[] {
  return [
    `${text.title} ${formatAccountId(payer.accountId)}, ${text.kinds[payer.kind]}`,
    ...values.map((fact) => `  ${fact.label}: ${fact.display}`),
    ...(crawlerFile ? [`  ${text.crawlerFile}: ${fileText(crawlerFile)}`] : []),
    ...(reuse ? reuseText(reuse) : [`  ${text.nothingDone}`]),
  ]
}

function fileText({ name, from }: NonNullable<BroughtAlong['crawlerFile']>): string {
  return from === null ? name : text.file(name, from)
}

function reuseText({ cases, steps, startsAt }: NonNullable<BroughtAlong['reuse']>): readonly string[] {
  const many = steps.length === 1 ? '1 step' : `${steps.length} steps`
  const start = startsAt === null ? '' : ` ${text.startsAt(startsAt)}`
  return [`  ${text.reuse(cases, many)}${start}`, ...steps.map((step) => `    ${step}`)]
}
