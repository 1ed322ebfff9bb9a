import { toBase64 } from '../../../shared/contract/base64.ts'
import { LARGEST_TEMPLATE } from '../../../shared/domain/crawler-template/decode.ts'
import { findingText } from '../case-text.ts'
import type { Command } from '../command.ts'
import { WrongUsage } from '../command.ts'
import { readInputFile } from '../input-file.ts'
import { table } from '../table.ts'

/** Rows of each group that are printed at most. */
const MOST = 500
const GROUPS = [
  ['overdue', 'overdue'],
  ['ready', 'ready'],
  ['to do', 'todo'],
  ['customer', 'customer'],
  ['soon', 'soon'],
  ['untouched', 'untouched'],
] as const

/** What is due, and judging files and links on their own. */
export const lookingCommands: readonly Command[] = [
  {
    path: ['due'],
    summary: 'what is ready, overdue, soon',
    positionals: [],
    options: { within: { type: 'string', value: 'HOURS', help: 'how far ahead is soon: 24h, 3d; 24h without it' } },
    workspace: true,
    async run(call) {
      const within = { withinHours: readHours(call.option('within')) }
      const today = await call.send('due.list', { ...within, limit: MOST })
      const rows = GROUPS.flatMap(([word, group]) =>
        today[group].map((r) => [word, r.case.ref, r.case.customer, r.todo, r.why]),
      )
      const total = GROUPS.reduce((sum, [, group]) => sum + today.totals[group], 0)
      const lines = [
        rows.length > 0 ? table(['When', 'Case', 'Customer', 'Do', 'Why'], rows) : 'Nothing is due.',
        ...(total > rows.length ? [`${total - rows.length} more; --json counts them by group.`] : []),
      ]
      return { json: today, text: lines.join('\n') }
    },
  },
  {
    path: ['template', 'check'],
    summary: 'validate a crawler-cfn.yml on its own',
    positionals: ['FILE'],
    options: {
      bucket: { type: 'string', value: 'NAME', help: 'bucket it should be of' },
      prefix: { type: 'string', value: 'PREFIX', help: 'prefix it should be of' },
      report: { type: 'string', value: 'NAME', help: 'report it should be of' },
    },
    workspace: false,
    async run(call) {
      const report = await call.send('template.check', {
        base64: toBase64(readInputFile(call.positionals[0] ?? '', LARGEST_TEMPLATE + 1)),
        bucket: call.option('bucket'),
        prefix: call.option('prefix'),
        report: call.option('report'),
      })
      const rows = [
        ['Report', report.report ?? 'not known'],
        ['Bucket', report.bucket ?? 'not known'],
        ['Prefix', report.prefix ?? 'not known'],
        ['Crawler', report.crawlerName ?? 'not known'],
        ['Database', report.database ?? 'not known'],
        ['Runtimes', report.runtimes.join(', ') || 'none'],
      ]
      return verdict(report, rows)
    },
  },
  {
    path: ['link', 'check'],
    summary: 'judge a link that Spot sent',
    positionals: ['URL'],
    options: {
      bucket: { type: 'string', value: 'NAME', help: 'bucket the case has' },
      prefix: { type: 'string', value: 'PREFIX', help: 'prefix the case has' },
    },
    workspace: false,
    async run(call) {
      // Judged on its own, a link's template is never fetched: there is nobody's key to do it with.
      const { template: _, ...report } = await call.send('link.check', {
        url: call.positionals[0] ?? '',
        bucket: call.option('bucket'),
        prefix: call.option('prefix'),
      })
      const rows = [
        ['Region', report.region ?? 'not known'],
        ['Template', report.templateUrl ?? 'not known'],
        ['Stack name', report.stackName ?? 'not given'],
        ...Object.entries(report.parameters).map(([name, value]) => [name, value === '' ? '(blank)' : value]),
      ]
      return verdict(report, rows)
    },
  },
]

function verdict(
  report: { readonly ok: boolean; readonly findings: readonly Parameters<typeof findingText>[0][] },
  rows: readonly (readonly string[])[],
) {
  const text = [
    table(['What', 'Value'], rows),
    ...(report.findings.length > 0 ? ['', ...report.findings.map(findingText)] : []),
    '',
    report.ok ? 'In order.' : 'Not in order.',
  ].join('\n')
  return { json: report, text, exit: report.ok ? (0 as const) : (1 as const) }
}

function readHours(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const m = /^(\d{1,5})(h|d)?$/.exec(text)
  if (!m) throw new WrongUsage(`--within takes hours or days, 24h or 3d, not “${text}”.`)
  return Number(m[1]) * (m[2] === 'd' ? 24 : 1)
}
