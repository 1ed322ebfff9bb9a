import { resolve } from 'node:path'
import type { PreflightView } from '../../../shared/contract/views.ts'
import { findingText } from '../case-text.ts'
import { type Command, Refused } from '../command.ts'
import { readInstant } from '../instants.ts'
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
    summary: 'write the bundle of one case or several',
    positionals: ['CASE…'],
    options: {
      out: { type: 'string', value: 'DIR', help: 'where to write', required: true },
      format: { type: 'string', value: 'FORMAT', help: 'how to write it; folder without it', oneOf: FORMATS },
    },
    workspace: true,
    async run(call) {
      const out = resolve(call.option('out') ?? '')
      const format = FORMATS.find((f) => f === call.option('format')) ?? 'folder'
      const results: Exported[] = []
      for (const reference of call.positionals) {
        try {
          const { path, name, files } = await call.send('submission.export', { case: reference, format, out })
          results.push({ case: reference, path, name, files, error: null })
        } catch (thrown) {
          // One case alone is simply refused; among several the others still go out.
          if (!(thrown instanceof Refused) || call.positionals.length === 1) throw thrown
          results.push({ case: reference, path: null, name: null, files: [], error: thrown.error })
        }
      }
      const rows = results.map((r) => [
        r.case,
        r.path ?? 'refused',
        r.error ? `${r.error.message} ${r.error.remedy}` : '',
      ])
      return {
        json: { results },
        text: table(['Case', 'Written to', ''], rows),
        exit: results.some((r) => r.error !== null) ? 1 : 0,
      }
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

interface Exported {
  readonly case: string
  readonly path: string | null
  readonly name: string | null
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly size: number }[]
  readonly error: Refused['error'] | null
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
