import { caseText } from '../case-text.ts'
import type { Command } from '../command.ts'
import { readInstant } from '../instants.ts'
import { table } from '../table.ts'

/** Asking the customer, and what came of it. */
export const requestCommands: readonly Command[] = [
  {
    path: ['request', 'list'],
    summary: 'what the customer can be asked, with the message and how it stands',
    positionals: ['CASE'],
    options: {},
    workspace: true,
    async run(call) {
      const { requests } = await call.send('request.list', { case: call.positionals[0] ?? '' })
      const rows = requests.map((r) => [r.id, r.title, r.wait?.state ?? 'not asked', r.wait?.dueText ?? ''])
      const messages = requests.map(
        (r) =>
          `\n${r.id}\nTo: ${r.message.to || '(no address known)'}\nSubject: ${r.message.subject}\n\n${r.message.text}`,
      )
      return { json: { requests }, text: [table(['Request', 'What', 'State', 'Due'], rows), ...messages].join('\n') }
    },
  },
  {
    path: ['request', 'create'],
    summary: 'the customer has been asked: the wait for the answer begins',
    positionals: ['CASE', 'REQUEST'],
    options: {
      via: { type: 'string', value: 'TEXT', help: 'how: e-mail, telephone…' },
      at: { type: 'string', value: 'INSTANT', help: 'when it was sent; now without it' },
    },
    workspace: true,
    async run(call) {
      const [reference = '', request = ''] = call.positionals
      const at = readInstant(call.option('at'))
      const c = await call.send('request.create', { case: reference, request, via: call.option('via'), at })
      return {
        json: c,
        text: c.waits.find((w) => w.definition === `request.${request}` && w.state !== 'cancelled')?.why ?? caseText(c),
      }
    },
  },
  {
    path: ['request', 'done'],
    summary: 'the customer has given what was asked for',
    positionals: ['CASE', 'REQUEST'],
    options: {
      note: { type: 'string', value: 'TEXT', help: 'what came of it' },
      at: { type: 'string', value: 'INSTANT', help: 'when it came; now without it' },
    },
    workspace: true,
    async run(call) {
      const [reference = '', request = ''] = call.positionals
      const at = readInstant(call.option('at'))
      const c = await call.send('request.done', { case: reference, request, note: call.option('note'), at })
      return { json: c, text: caseText(c) }
    },
  },
  {
    path: ['request', 'cancel'],
    summary: 'what was asked for is not needed any more',
    positionals: ['CASE', 'REQUEST'],
    options: { reason: { type: 'string', value: 'TEXT', help: 'why', required: true } },
    workspace: true,
    async run(call) {
      const [reference = '', request = ''] = call.positionals
      const c = await call.send('request.cancel', { case: reference, request, reason: call.option('reason') ?? '' })
      return { json: c, text: caseText(c) }
    },
  },
]
