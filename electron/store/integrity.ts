import { type Finding, finding } from '../../shared/domain/finding.ts'
import type { ActivityLog } from './activity-log.ts'
import type { Db, Prepare } from './database.ts'
import { codeOf } from './faults.ts'
import { pageReport } from './page-report.ts'
import { TALLIES } from './tally.ts'

export interface Integrity {
  /** Empty: nothing is wrong. */
  readonly findings: readonly Finding[]
  readonly cases: number
  readonly activity: number
}

/** What is searched, each a table with a view that says what it has to hold. */
const SEARCHED = ['case_texts', 'case_labels', 'customer_labels'] as const
const INDEXES = ['case_words', 'case_parts', 'tag_words'] as const

/** Looks at every page, reference, activity entry and search text. Reads all of the file: seconds on a large one. */
export function checkIntegrity(db: Db, prepare: Prepare, log: ActivityLog): Integrity {
  const steps = integritySteps(db, prepare, log, pageReport(db))
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/**
 * The same, a piece at a time: whoever drives it lets others work in between.
 * @param pages what is wrong with the pages, looked for before
 */
export function* integritySteps(
  db: Db,
  prepare: Prepare,
  log: ActivityLog,
  pages: readonly string[],
): Generator<void, Integrity> {
  const findings: Finding[] = pages.map((detail) => finding('error', 'verify.database', { detail }))
  // What follows reads the pages that were just found to be damaged.
  if (findings.length > 0) return { findings, cases: 0, activity: 0 }
  yield
  findings.push(...referenceFindings(db))
  for (const name of SEARCHED) {
    yield
    if (strays(prepare, name)) findings.push(finding('error', 'verify.search', { index: name }))
  }
  if (SEARCHED.slice(1).some((labels) => hasUnnamed(prepare, labels))) {
    findings.push(finding('error', 'verify.search', { index: 'tag_names' }))
  }
  for (const index of INDEXES) {
    yield
    if (!indexAgrees(prepare, index)) findings.push(finding('error', 'verify.search', { index }))
  }
  for (const tally of TALLIES) {
    yield
    if (strays(prepare, tally)) findings.push(finding('error', 'verify.tally', { tally }))
  }
  yield
  const { entries, brokenAt } = yield* log.verify()
  if (brokenAt !== null) findings.push(finding('error', 'verify.activity', { sequence: brokenAt }))
  const cases = Number(prepare('SELECT count(*) AS cases FROM cases').get()?.cases)
  return { findings, cases, activity: entries }
}

/** Before the entries of the activity: pages, references, what is searched, its indexes, tallies. */
export const FIRST_STEPS = 2 + SEARCHED.length + INDEXES.length + TALLIES.length

function referenceFindings(db: Db): Finding[] {
  const broken = db.pragma('foreign_key_check') as readonly { readonly table: string }[]
  const counts = Map.groupBy(broken, (row) => row.table)
  return [...counts].map(([table, rows]) => finding('error', 'verify.reference', { table, count: rows.length }))
}

/** Whether there is a tag that is not among those that are searched by their words. */
function hasUnnamed(prepare: Prepare, labels: string): boolean {
  return prepare(`SELECT tag FROM ${labels} EXCEPT SELECT tag FROM tag_names LIMIT 1`).get() !== undefined
}

/** Whether a table does not hold what its view says. */
function strays(prepare: Prepare, name: string): boolean {
  return differ(prepare, name, `${name}_now`) || differ(prepare, `${name}_now`, name)
}

function differ(prepare: Prepare, one: string, other: string): boolean {
  return prepare(`SELECT * FROM ${one} EXCEPT SELECT * FROM ${other} LIMIT 1`).get() !== undefined
}

function indexAgrees(prepare: Prepare, index: string): boolean {
  try {
    // Rank 1 makes FTS5 compare the index with the table it was built from.
    prepare(`INSERT INTO ${index} (${index}, rank) VALUES ('integrity-check', 1)`).run()
    return true
  } catch (thrown) {
    if (codeOf(thrown).startsWith('SQLITE_CORRUPT')) return false
    throw thrown
  }
}
