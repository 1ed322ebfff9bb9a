import type { Case } from '../../shared/domain/records/case-aggregate.ts'
import type { Prepare } from './database.ts'
import type { RecordTable, Row } from './record-table.ts'
import { tables } from './tables.ts'

/** Reads the case with all that belongs to it; null where there is none. Throws `store.row-unreadable`. */
export function readCase(prepare: Prepare, by: 'id' | 'number', value: string | number): Case | null {
  const row = prepare(`SELECT ${tables.case.columns()} FROM cases WHERE ${by} = ?`).get(value)
  if (row === undefined) return null
  const record = tables.case.read(row)
  const of = <T extends object>(table: RecordTable<T>, order: string) =>
    prepare(`SELECT ${table.columns()} FROM ${table.name} WHERE case_id = ? ORDER BY ${order}`)
      .all(record.id)
      .map((part) => table.read(part))
  return {
    record,
    customer: tables.customer.read(
      referred(prepare, tables.customer.name, tables.customer.columns(), record.customerId),
    ),
    payer: tables.payer.read(referred(prepare, tables.payer.name, tables.payer.columns(), record.payerId)),
    steps: of(tables.step, 'at, step_id'),
    waits: of(tables.wait, 'recorded_at, id'),
    submissions: of(tables.submission, 'attempt'),
    attachments: attachmentRows(prepare, record.id, record.payerId).map((part) => tables.attachment.read(part)),
    checks: of(tables.check, 'check_id'),
  }
}

/** Foreign keys see to it that the row is there. */
function referred(prepare: Prepare, table: string, columns: string, id: string): Row {
  const row = prepare(`SELECT ${columns} FROM ${table} WHERE id = ?`).get(id)
  if (row === undefined) throw new Error(`${table} has no ${id}, though a case refers to it.`)
  return row
}

/** The case's own files and those of its payer, newest first. */
function attachmentRows(prepare: Prepare, caseId: string, payerId: string): readonly Row[] {
  const columns = tables.attachment.columns()
  return prepare(
    `SELECT ${columns} FROM attachments WHERE case_id = ?
     UNION SELECT ${columns} FROM attachments WHERE payer_id = ?
     ORDER BY added_at DESC, id DESC`,
  ).all(caseId, payerId)
}

/** One more than any case ever had. */
export function nextCaseNumber(prepare: Prepare): number {
  const sql = `SELECT max((SELECT coalesce(max(number), 0) FROM cases),
    (SELECT number FROM last_case_number WHERE singleton = 1)) + 1 AS next`
  return Number(prepare(sql).get()?.next)
}
