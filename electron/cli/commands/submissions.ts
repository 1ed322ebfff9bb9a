import { basename, resolve } from 'node:path'
import { toBase64 } from '../../../shared/contract/base64.ts'
import type { ExportReport } from '../../../shared/contract/operations/exports.ts'
import type { PreflightView } from '../../../shared/contract/views.ts'
import { findingText } from '../case-text.ts'
import { type Call, type Command, type Output, WrongUsage } from '../command.ts'
import { readInputFile } from '../input-file.ts'
import { readInstant } from '../instants.ts'
import { runJob } from '../job.ts'
import { table } from '../table.ts'

const FORMATS = ['folder', 'zip', 'eml'] as const

/** The hand-off to Spot. */
export const submissionCommands: readonly Command[] = [
  {
    path: ['submission', 'preflight'],
    summary: 'what stands against handing the seven items to Spot',
    positionals: ['CASE'],
    options: {},
    workspace: true,
    async run(call) {
      const view = await call.send('submission.preflight', { case: call.positionals[0] ?? '' })
      return { json: view, text: preflightText(view), exit: view.ready ? 0 : 1 }
    },
  },
  {
    path: ['submission', 'export'],
    summary: 'write the bundle of one case, of several, or of all that a search finds',
    positionals: ['[CASE…]'],
    options: {
      out: { type: 'string', value: 'DIR', help: 'where to write', required: true },
      format: { type: 'string', value: 'FORMAT', help: 'how to write it; folder without it', oneOf: FORMATS },
      query: { type: 'string', value: 'TEXT', help: 'the open cases that this search finds' },
      all: { type: 'boolean', value: '', help: 'all open cases' },
      attempt: { type: 'string', value: 'N', help: 'write this attempt of the case once more, as it was exported' },
    },
    workspace: true,
    async run(call) {
      const selection = selectionOf(call)
      const out = resolve(call.option('out') ?? '')
      const format = FORMATS.find((f) => f === call.option('format')) ?? 'folder'
      const [only] = selection.cases ?? []
      // One case alone is simply refused; among several the others still go out.
      if (only !== undefined && selection.cases?.length === 1) return exportOne(call, only, format, out)
      if (call.option('attempt') !== undefined) throw new WrongUsage('--attempt goes with one case.')
      const report = await runJob<'submission.export-many'>(call, (job) =>
        call.send('submission.export-many', { job, ...selection, format, out }),
      )
      const { rows: results, ...rest } = report
      return {
        json: { ...rest, results },
        text: reportText(report),
        exit: report.refused > 0 || report.isCancelled ? 1 : 0,
      }
    },
  },
  {
    path: ['submission', 'messages'],
    summary: 'the message to Spot, and the follow-up once the time is over',
    positionals: ['CASE'],
    options: {},
    workspace: true,
    async run(call) {
      const view = await call.send('submission.messages', { case: call.positionals[0] ?? '' })
      const shown = [view.handOff, view.followUp].filter((m) => m !== null)
      if (shown.length === 0)
        return { json: view, text: 'There is no message yet: an item is missing (submission preflight).' }
      return {
        json: view,
        text: shown
          .map((m) =>
            [
              `${m.title}, to ${m.to || 'nobody yet'}`,
              '',
              `Subject: ${m.subject}`,
              '',
              m.text,
              ...m.findings.map(findingText),
            ].join('\n'),
          )
          .join('\n\n'),
      }
    },
  },
  {
    path: ['submission', 'note'],
    summary: 'keep what Spot said: a ticket number, a reply as text or as a file',
    positionals: ['CASE'],
    options: {
      ticket: { type: 'string', value: 'NUMBER', help: 'Spot’s number for it' },
      reply: { type: 'string', value: 'TEXT', help: 'what Spot wrote' },
      file: { type: 'string', value: 'FILE', help: 'the reply as a file: .eml, .txt or any other' },
      at: { type: 'string', value: 'INSTANT', help: 'when the reply came; now without it' },
    },
    workspace: true,
    async run(call) {
      const [ticket, text, path] = [call.option('ticket'), call.option('reply'), call.option('file')]
      if (ticket === undefined && text === undefined && path === undefined) {
        throw new WrongUsage('One of --ticket, --reply and --file is needed.')
      }
      const file = path === undefined ? undefined : { name: basename(path), base64: toBase64(readInputFile(path)) }
      const at = readInstant(call.option('at'))
      const reply = text === undefined && file === undefined ? undefined : { text, file, at }
      const c = await call.send('submission.note', { case: call.positionals[0] ?? '', ticket, reply })
      return { json: c, text: `${c.ref}: noted.` }
    },
  },
  {
    path: ['submission', 'sent'],
    summary: 'the submission has left the house: the 72 hours begin',
    positionals: ['CASE'],
    options: {
      at: { type: 'string', value: 'INSTANT', help: 'when it was sent; now without it' },
      via: { type: 'string', value: 'TEXT', help: 'how: e-mail, ticket…' },
    },
    workspace: true,
    async run(call) {
      const c = await call.send('submission.sent', {
        case: call.positionals[0] ?? '',
        at: readInstant(call.option('at')),
        via: call.option('via'),
      })
      const wait = c.waits.at(-1)
      return { json: c, text: `${c.ref}: sent. ${wait?.why ?? ''}` }
    },
  },
  {
    path: ['submission', 'answered'],
    summary: 'Spot has answered with a link: judge it and take it',
    positionals: ['CASE'],
    options: {
      link: { type: 'string', value: 'URL', help: 'Spot’s link', required: true },
      at: { type: 'string', value: 'INSTANT', help: 'when it came; now without it' },
      decision: { type: 'string', value: 'TEXT', help: 'why a link with unknown buckets is taken all the same' },
    },
    workspace: true,
    async run(call) {
      const c = await call.send('submission.answered', {
        case: call.positionals[0] ?? '',
        link: call.option('link') ?? '',
        at: readInstant(call.option('at')),
        decision: call.option('decision'),
      })
      return {
        json: c,
        text: `${c.ref}: the link was taken. Next: ${c.steps.find((s) => s.id === c.nextStepId)?.title ?? 'nothing'}`,
      }
    },
  },
  {
    path: ['submission', 'returned'],
    summary: 'Spot asked for a correction: a new attempt follows',
    positionals: ['CASE'],
    options: {
      reason: { type: 'string', value: 'TEXT', help: 'what Spot asked for', required: true },
      at: { type: 'string', value: 'INSTANT', help: 'when it came back; now without it' },
    },
    workspace: true,
    async run(call) {
      const c = await call.send('submission.returned', {
        case: call.positionals[0] ?? '',
        reason: call.option('reason') ?? '',
        at: readInstant(call.option('at')),
      })
      return { json: c, text: `${c.ref}: returned. Export it again once it is corrected.` }
    },
  },
  {
    path: ['submission', 'withdraw'],
    summary: 'take the submission back: its wait is cancelled',
    positionals: ['CASE'],
    options: { reason: { type: 'string', value: 'TEXT', help: 'why', required: true } },
    workspace: true,
    async run(call) {
      const c = await call.send('submission.withdraw', {
        case: call.positionals[0] ?? '',
        reason: call.option('reason') ?? '',
      })
      return { json: c, text: `${c.ref}: withdrawn.` }
    },
  },
]

/** The cases that were named, or the view that was asked for: one of both. */
function selectionOf(call: Call): { readonly cases?: string[]; readonly query?: { text?: string; states: ['open'] } } {
  const [text, isAll] = [call.option('query'), call.flag('all')]
  const ways = [call.positionals.length > 0, text !== undefined, isAll].filter((given) => given).length
  if (ways !== 1) throw new WrongUsage('Name cases, or give --query TEXT, or --all: one of them.')
  if (text !== undefined) return { query: { text, states: ['open'] } }
  return isAll ? { query: { states: ['open'] } } : { cases: [...new Set(call.positionals)] }
}

async function exportOne(
  call: Call,
  reference: string,
  format: (typeof FORMATS)[number],
  out: string,
): Promise<Output> {
  const attempt = call.option('attempt')
  const number = attempt === undefined ? undefined : Number(attempt)
  if (number !== undefined && !(Number.isInteger(number) && number > 0))
    throw new WrongUsage('--attempt takes 1, 2, 3…')
  const written = await call.send('submission.export', { case: reference, format, out, attempt: number })
  const { path, name, files } = written
  return {
    json: { results: [{ case: reference, path, name, files, error: null }] },
    text: table(['Case', 'Written to'], [[reference, path]]),
  }
}

function reportText(report: ExportReport): string {
  const refused = report.rows.filter((row) => row.error !== null)
  const left = report.total - report.rows.length
  const sums = [`${report.written} written`, `${report.refused} refused`, ...(left > 0 ? [`${left} not reached`] : [])]
  return [
    `${sums.join(', ')}, in ${report.folder}.`,
    ...(report.isCancelled ? ['It was cancelled; every bundle that is there is whole.'] : []),
    ...(report.index === null ? [] : [`They are listed in ${report.index}.`]),
    ...(refused.length === 0
      ? []
      : [
          '',
          table(
            ['Case', 'Customer', 'Why'],
            refused.map((row) => [
              row.ref ?? row.case,
              row.customer ?? '',
              `${row.error?.message} ${row.error?.remedy}`,
            ]),
          ),
        ]),
  ].join('\n')
}

function preflightText(view: PreflightView): string {
  return [
    table(
      ['Item', 'Value', ''],
      view.items.map((i) => [i.label, i.display, i.outcome === 'ok' ? '✓' : i.outcome]),
    ),
    ...(view.findings.length > 0 ? ['', ...view.findings.map(findingText)] : []),
    '',
    view.ready ? `Ready to export as ${view.bundleName}.` : 'Not ready: an error stands.',
  ].join('\n')
}
