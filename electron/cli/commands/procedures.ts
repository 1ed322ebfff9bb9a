import { findingText } from '../case-text.ts'
import type { Command } from '../command.ts'
import { readPairs } from '../pairs.ts'
import { table } from '../table.ts'

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
      customer: { type: 'string', value: 'CUSTOMER', help: 'name, management account or record ID', required: true },
      fact: { type: 'string', value: 'NAME=VALUE', help: 'an answer; may be repeated', repeats: true },
    },
    workspace: true,
    async run(call) {
      const intake = await call.send('procedure.intake', {
        procedure: call.positionals[0] ?? '',
        customer: call.option('customer') ?? '',
        facts: readPairs(call.options('fact')),
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
        ...(intake.advice.length > 0 ? ['', ...intake.advice.map(findingText)] : []),
      ].join('\n')
      return { json: intake, text }
    },
  },
]
