import { basename } from 'node:path'
import { toBase64 } from '../../../shared/contract/base64.ts'
import type { ImportReport } from '../../../shared/contract/operations/imports.ts'
import { findingText } from '../case-text.ts'
import { type Command, WrongUsage } from '../command.ts'
import { takeHandover } from '../handover.ts'
import { readInputFile } from '../input-file.ts'
import { caseAnswers, intakeAnswers } from '../intake-options.ts'
import { runJob } from '../job.ts'
import { table } from '../table.ts'

/** As many rows of each kind as a terminal is given; --json has more. */
const MOST_LINES = 40

/** Taking in what other people keep. */
export const importCommands: readonly Command[] = [
  {
    path: ['import'],
    summary: 'take in a list of customers (CSV) or what a colleague handed over (.casebook), all of it or nothing',
    positionals: ['FILE'],
    options: {
      'dry-run': { type: 'boolean', value: '', help: 'say what it would do, and change nothing' },
      map: {
        type: 'string',
        value: 'COLUMN=FIELD',
        help: 'take a column for a field (“Kunde=name”); “Kunde=” leaves it out. Remembered for the next file',
        repeats: true,
      },
      'restore-zeros': { type: 'boolean', value: '', help: 'put back leading zeros that a spreadsheet took away' },
      choose: {
        type: 'string',
        value: 'CONFLICT=SIDE',
        help: 'of a handover: keep ours or theirs where both sides differ',
        repeats: true,
      },
      others: {
        type: 'string',
        value: 'SIDE',
        help: 'of a handover: whose values to keep in all other conflicts',
        oneOf: ['ours', 'theirs'],
      },
      'open-cases': {
        type: 'boolean',
        value: '',
        help: 'open a case for each customer that has none open in the procedure',
      },
      procedure: { type: 'string', value: 'NAME', help: 'in which procedure; msp-cur-extraction without it' },
      ...caseAnswers,
    },
    workspace: true,
    async run(call) {
      const path = call.positionals[0] ?? ''
      if (path.endsWith('.casebook')) return takeHandover(call, path)
      const opens = call.flag('open-cases')
      const facts = intakeAnswers(call)
      if (!opens && (call.option('procedure') !== undefined || Object.keys(facts).length > 0)) {
        throw new WrongUsage('A procedure and its answers go with --open-cases.')
      }
      const input = {
        name: basename(path),
        base64: toBase64(readInputFile(path)),
        columns: Object.fromEntries(call.options('map').map(readMapping)),
        restoreZeros: call.flag('restore-zeros'),
        open: opens ? (call.option('procedure') ?? 'msp-cur-extraction') : undefined,
        facts: opens ? facts : undefined,
      }
      const isDry = call.flag('dry-run')
      const report = await runJob<'import.run'>(call, (job) =>
        call.send(isDry ? 'import.plan' : 'import.run', { ...input, job }),
      )
      return { json: report, text: reportText(report, isDry), exit: report.ok ? 0 : 1 }
    },
  },
]

/** `Kunde=name`; the column may hold an equals sign, the field has none. */
function readMapping(text: string): readonly [string, string] {
  const at = text.lastIndexOf('=')
  if (at < 1) throw new WrongUsage(`--map takes COLUMN=FIELD, not “${text}”.`)
  return [text.slice(0, at), text.slice(at + 1)]
}

function reportText(report: ImportReport, isDry: boolean): string {
  const { counts } = report
  const columns = report.columns.map((c) => [c.head, c.field ?? '(left out)', c.by, c.sample])
  const changes = report.changes
    .slice(0, MOST_LINES)
    .map((c) => [
      String(c.line),
      c.what,
      c.customer,
      c.fields.map((f) => `${f.head}: ${f.before || '(blank)'} → ${f.after}`).join('; '),
    ])
  const problems = report.problems
    .slice(0, MOST_LINES)
    .map((p) => [
      String(p.line),
      p.column ?? '',
      p.value,
      `${p.message} ${p.remedy}${p.offer === null ? '' : ` (${p.offer}?)`}`,
    ])
  return [
    table(['Column', 'Taken for', 'By', 'Sample'], columns),
    ...report.notes
      .slice(0, MOST_LINES)
      .map((n) => `${n.line === null ? '' : `Line ${n.line}: `}${findingText(n.finding)}`),
    ...(isDry && changes.length > 0 ? ['', table(['Line', 'What', 'Customer', 'Fields'], changes)] : []),
    ...(problems.length > 0 ? ['', table(['Line', 'Column', 'Value', 'Why not'], problems)] : []),
    '',
    `${counts.rows} rows (${report.encoding}): ${counts.added} new, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.repeated} repeated; ${counts.payersAdded} payers new, ${counts.payersChanged} changed; ${counts.casesOpened} cases${counts.casesRefused > 0 ? `, ${counts.casesRefused} customers without one` : ''}.`,
    conclusion(report, isDry),
  ].join('\n')
}

function conclusion(report: ImportReport, isDry: boolean): string {
  if (!report.ok) {
    const { problems } = report.counts
    return `Nothing was changed: ${problems === 1 ? 'one cell' : `${problems} cells`} cannot be taken.`
  }
  if (isDry) return 'Nothing stands against it. Nothing was changed yet.'
  return report.counts.added + report.counts.changed + report.counts.payersChanged + report.counts.casesOpened === 0
    ? 'Everything was there already. Nothing was changed.'
    : 'Imported.'
}
