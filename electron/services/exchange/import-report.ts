import type { ImportReport } from '../../../shared/contract/operations/imports.ts'
import { FIELD_HEADS, IMPORT_FIELDS } from '../../../shared/domain/exchange/columns.ts'
import type { ImportPlanner, PlannedCustomer, TableRow } from '../../../shared/domain/exchange/import-planner.ts'
import { shown } from '../../../shared/domain/values/typed-text.ts'
import { sentence } from '../../../shared/text/messages/index.ts'
import { findingView } from '../views/finding-view.ts'
import type { OpenedCases } from './import-cases.ts'
import type { ImportFile } from './import-file.ts'

/** As many of each are shown; the counts are of all. */
const MOST_SHOWN = 5_000

/** What taking a file would do, or did, told together while it is read. */
export class ImportTally {
  /** Rows seen so far. */
  rows = 0
  readonly #name: string
  readonly #file: ImportFile
  readonly #planner: ImportPlanner
  readonly #samples: string[] = []
  readonly #changes: ImportReport['changes'] = []
  readonly #counts = {
    added: 0,
    changed: 0,
    unchanged: 0,
    payersAdded: 0,
    payersChanged: 0,
    casesOpened: 0,
    casesRefused: 0,
  }

  constructor(name: string, file: ImportFile, planner: ImportPlanner) {
    this.#name = name
    this.#file = file
    this.#planner = planner
  }

  /** Some rows, once they are planned and before they are settled. */
  see(rows: readonly TableRow[], cases: OpenedCases): void {
    const { customers, payers } = this.#planner
    const counts = this.#counts
    this.rows += rows.length
    this.#sample(rows)
    // In the order of the file, as they were planned.
    const touched = customers.filter(({ before, fields }) => before === null || fields.length > 0)
    const added = touched.filter(({ before }) => before === null).length
    counts.added += added
    counts.changed += touched.length - added
    counts.unchanged += customers.length - touched.length
    const heard = payers.filter(({ isSettled }) => !isSettled)
    const payersAdded = heard.filter(({ before }) => before === null).length
    counts.payersAdded += payersAdded
    counts.payersChanged += heard.length - payersAdded
    counts.casesRefused += cases.refused
    counts.casesOpened += cases.puts.filter(({ kind }) => kind === 'case').length
    for (const planned of touched.slice(0, MOST_SHOWN - this.#changes.length)) this.#changes.push(changeOf(planned))
  }

  report(): ImportReport {
    const planner = this.#planner
    const file = this.#file
    const problems = planner.problems.toSorted((a, b) => a.line - b.line)
    return {
      applied: false,
      ok: problems.length === 0,
      sequence: null,
      name: this.#name,
      encoding: file.encoding,
      delimiter: file.delimiter,
      columns: file.columns.map(({ head, field, by }, i) => ({ head, field, by, sample: this.#samples[i] ?? '' })),
      fields: IMPORT_FIELDS.map((field) => ({ field, head: FIELD_HEADS[field] })),
      counts: { rows: this.rows, ...this.#counts, repeated: planner.repeated, problems: problems.length },
      problems: problems.slice(0, MOST_SHOWN).map(({ line, column, value, refusal, offer }) => {
        const { message, remedy } = sentence(refusal.code, refusal.params)
        return { line, column, value, code: refusal.code, message, remedy, offer }
      }),
      notes: [
        ...file.findings.map((f) => ({ line: null, finding: findingView(f) })),
        ...planner.notes.slice(0, MOST_SHOWN).map(({ line, finding: f }) => ({ line, finding: findingView(f) })),
      ].slice(0, MOST_SHOWN),
      changes: this.#changes,
    }
  }

  /** Of each column the first cell that is not blank. */
  #sample(rows: readonly TableRow[]): void {
    for (const i of this.#file.columns.keys()) {
      this.#samples[i] ||= shown(rows.find(({ cells }) => (cells[i] ?? '') !== '')?.cells[i] ?? '')
    }
  }
}

function changeOf({ line, before, customer, fields }: PlannedCustomer): ImportReport['changes'][number] {
  return {
    line,
    customer: customer.name,
    what: before === null ? 'added' : 'changed',
    fields: fields.map((f) => ({ head: FIELD_HEADS[f.field], before: f.before, after: f.after })),
  }
}
