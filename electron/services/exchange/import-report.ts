import type { ImportReport } from '../../../shared/contract/operations/imports.ts'
import { FIELD_HEADS, IMPORT_FIELDS } from '../../../shared/domain/exchange/columns.ts'
import type { ImportPlanner } from '../../../shared/domain/exchange/import-planner.ts'
import type { ChangeSet } from '../../../shared/domain/records/change-set.ts'
import { shown } from '../../../shared/domain/values/typed-text.ts'
import { sentence } from '../../../shared/text/messages/index.ts'
import { findingView } from '../views/finding-view.ts'
import type { ImportFile } from './import-file.ts'

/** As many of each are shown; the counts are of all. */
const MOST_SHOWN = 5_000

/** What taking a file would do, or did, for people to read. */
export function importReport(name: string, file: ImportFile, planner: ImportPlanner, cases: ChangeSet): ImportReport {
  // In the order of the file, as they were planned.
  const touched = planner.customers.filter(({ before, fields }) => before === null || fields.length > 0)
  const added = touched.filter(({ before }) => before === null).length
  const changed = touched.length - added
  const problems = planner.problems.toSorted((a, b) => a.line - b.line)
  return {
    applied: false,
    ok: problems.length === 0,
    sequence: null,
    name,
    encoding: file.encoding,
    delimiter: file.delimiter,
    columns: file.columns.map(({ head, field, by }, i) => ({
      head,
      field,
      by,
      sample: shown(file.rows.find(({ cells }) => (cells[i] ?? '') !== '')?.cells[i] ?? ''),
    })),
    fields: IMPORT_FIELDS.map((field) => ({ field, head: FIELD_HEADS[field] })),
    counts: {
      rows: file.rows.length,
      added,
      changed,
      unchanged: planner.customers.length - touched.length,
      repeated: planner.repeated,
      payersAdded: planner.payers.filter(({ before }) => before === null).length,
      payersChanged: planner.payers.filter(({ before }) => before !== null).length,
      casesOpened: cases.puts.filter(({ kind }) => kind === 'case').length,
      problems: problems.length,
    },
    problems: problems.slice(0, MOST_SHOWN).map(({ line, column, value, refusal, offer }) => {
      const { message, remedy } = sentence(refusal.code, refusal.params)
      return { line, column, value, code: refusal.code, message, remedy, offer }
    }),
    notes: [
      ...file.findings.map((f) => ({ line: null, finding: findingView(f) })),
      ...planner.notes.slice(0, MOST_SHOWN).map(({ line, finding: f }) => ({ line, finding: findingView(f) })),
    ].slice(0, MOST_SHOWN),
    changes: touched.slice(0, MOST_SHOWN).map(({ line, before, customer, fields }) => ({
      line,
      customer: customer.name,
      what: before === null ? ('added' as const) : ('changed' as const),
      fields: fields.map((f) => ({ head: FIELD_HEADS[f.field], before: f.before, after: f.after })),
    })),
  }
}
