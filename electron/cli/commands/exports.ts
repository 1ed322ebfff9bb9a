import { fromBase64 } from '../../../shared/contract/base64.ts'
import { type Command, WrongUsage } from '../command.ts'
import { runJob } from '../job.ts'
import { outFile } from '../out-file.ts'

const FORMATS = ['csv', 'json', 'ics', 'handover'] as const

/** Handing out what the workspace keeps. */
export const exportCommands: readonly Command[] = [
  {
    path: ['export'],
    summary: 'cases as a table, for a program, as a calendar of their waits, or for a colleague’s workspace',
    positionals: ['[CASE…]'],
    options: {
      format: { type: 'string', value: 'FORMAT', help: 'what to write', required: true, oneOf: FORMATS },
      out: { type: 'string', value: 'FILE', help: 'where to write it; on stdout without it' },
      query: { type: 'string', value: 'TEXT', help: 'only the cases that this search finds' },
    },
    workspace: true,
    async run(call) {
      const format = FORMATS.find((f) => f === call.option('format')) ?? 'csv'
      const path = call.option('out')
      const text = call.option('query')
      if (format === 'handover' && path === undefined)
        throw new WrongUsage('A handover is written to a file: --out FILE.')
      const ending = format === 'handover' ? 'casebook' : format
      const input = {
        cases: call.positionals.length > 0 ? [...call.positionals] : undefined,
        query: text === undefined ? undefined : { text },
        out: path === undefined ? undefined : outFile(path, `cases.${ending}`),
      }
      const made = await runJob<'export.data'>(call, (job) =>
        format === 'handover'
          ? call.send('handover.export', { ...input, job })
          : call.send('export.data', { ...input, format, job }),
      )
      const bytes = made.base64 === null ? null : fromBase64(made.base64)
      return {
        json: made,
        text:
          bytes === null
            ? `Wrote ${made.count} to ${made.path}.`
            : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).trimEnd(),
      }
    },
  },
  {
    path: ['case', 'dossier'],
    summary: 'a case as one page to print, with all that is on the record of it',
    positionals: ['CASE'],
    options: { out: { type: 'string', value: 'FILE', help: 'where to write it', required: true } },
    workspace: true,
    async run(call) {
      const reference = call.positionals[0] ?? ''
      const out = outFile(call.option('out') ?? '', `${reference}.html`)
      const made = await call.send('case.dossier', { case: reference, out })
      return { json: { name: made.name, path: made.path }, text: `Wrote ${made.path}.` }
    },
  },
]
