import { caseText } from '../case-text.ts'
import type { Command } from '../command.ts'
import { readInstant } from '../instants.ts'

/** What becomes of a case beside its steps. */
export const caseLifeCommands: readonly Command[] = [
  {
    path: ['case', 'reuse'],
    summary: 'take over what other cases have done for the same payer, verified anew',
    positionals: ['CASE'],
    options: {
      evidence: { type: 'string', value: 'TEXT', help: 'what was seen, where the checks cannot look' },
      at: { type: 'string', value: 'INSTANT', help: 'when it was seen; now without it' },
    },
    workspace: true,
    async run(call) {
      const c = await call.send('case.reuse', {
        case: call.positionals[0] ?? '',
        evidence: call.option('evidence'),
        at: readInstant(call.option('at')),
      })
      return { json: c, text: caseText(c) }
    },
  },
]
