import type { Case } from '../../shared/domain/records/case-aggregate.ts'
import { customersById } from './customer-list.ts'
import type { Prepare } from './database.ts'
import type { RecordTable, Row } from './record-table.ts'
import { tables } from './tables.ts'

/** Reads the case with all that belongs to it; null where there is none. Throws `store.row-unreadable`. */
export function readCase(prepare: Prepare, by: 'id' | 'number', value: string | number): Case | null {
  const row = prepare(CASE_BY[by]).get(value)
  return row === undefined ? null : (whole(prepare, [row])[0] ?? null)
}

/** The cases of these numbers in their order, without those that there are not. Throws `store.row-unreadable`. */
export function readCases(prepare: Prepare, numbers: readonly number[]): readonly Case[] {
  return whole(prepare, prepare(CASES_BY_NUMBER).all(JSON.stringify(numbers)))
}

const LISTED = '(SELECT value FROM json_each(?))'
const CASES = `SELECT ${tables.case.columns()} FROM cases`
const CASE_BY = { id: `${CASES} WHERE id = ?`, number: `${CASES} WHERE number = ?` }
const CASES_BY_NUMBER = `${CASES} WHERE number IN ${LISTED} ORDER BY number`
const PAYERS = `SELECT ${tables.payer.columns()} FROM payers WHERE id IN ${LISTED}`

const STEPS = partsSql(tables.step, 'at, step_id')
const WAITS = partsSql(tables.wait, 'recorded_at, id')
const SUBMISSIONS = partsSql(tables.submission, 'attempt')
const CHECKS = partsSql(tables.check, 'check_id')
/** The cases' own files and those of their payers, newest first. */
const ATTACHMENTS = `SELECT ${tables.attachment.columns()} FROM attachments WHERE case_id IN ${LISTED}
  UNION SELECT ${tables.attachment.columns()} FROM attachments WHERE payer_id IN ${LISTED}
  ORDER BY added_at DESC, id DESC`

function partsSql<T extends object>(table: RecordTable<T>, order: string): string {
  return `SELECT ${table.columns()} FROM ${table.name} WHERE case_id IN ${LISTED} ORDER BY ${order}`
}

/** One question a table, however many cases it is about. */
function whole(prepare: Prepare, rows: readonly Row[]): readonly Case[] {
  const records = rows.map((row) => tables.case.read(row))
  const ids = JSON.stringify(records.map(({ id }) => id))
  const payerIds = JSON.stringify(records.map(({ payerId }) => payerId))
  const customers = byId(
    customersById(
      prepare,
      records.map((r) => r.customerId),
    ),
  )
  const payers = byId(
    prepare(PAYERS)
      .all(payerIds)
      .map((row) => tables.payer.read(row)),
  )
  const steps = byCase(tables.step, prepare(STEPS).all(ids))
  const waits = byCase(tables.wait, prepare(WAITS).all(ids))
  const submissions = byCase(tables.submission, prepare(SUBMISSIONS).all(ids))
  const checks = byCase(tables.check, prepare(CHECKS).all(ids))
  const attachments = prepare(ATTACHMENTS)
    .all(ids, payerIds)
    .map((row) => tables.attachment.read(row))
  return records.map((record) => ({
    record,
    customer: referred(customers, record.customerId),
    payer: referred(payers, record.payerId),
    steps: steps.get(record.id) ?? [],
    waits: waits.get(record.id) ?? [],
    submissions: submissions.get(record.id) ?? [],
    attachments: attachments.filter((a) => a.caseId === record.id || a.payerId === record.payerId),
    checks: checks.get(record.id) ?? [],
  }))
}

function byId<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]))
}

function byCase<T extends { readonly caseId: string }>(
  table: RecordTable<T>,
  rows: readonly Row[],
): ReadonlyMap<string, readonly T[]> {
  return Map.groupBy(
    rows.map((row) => table.read(row)),
    ({ caseId }) => caseId,
  )
}

/** Foreign keys see to it that the record is there. */
function referred<T>(records: ReadonlyMap<string, T>, id: string): T {
  const record = records.get(id)
  if (record === undefined) throw new Error(`There is no ${id}, though a case refers to it.`)
  return record
}

/** One more than any case ever had. */
export function nextCaseNumber(prepare: Prepare): number {
  const sql = `SELECT max((SELECT coalesce(max(number), 0) FROM cases),
    (SELECT number FROM last_case_number WHERE singleton = 1)) + 1 AS next`
  return Number(prepare(sql).get()?.next)
}
