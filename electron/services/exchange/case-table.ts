import { CASE_HEADS, FIELD_HEADS, IMPORT_FIELDS } from '../../../shared/domain/exchange/columns.ts'
import { customerCells } from '../../../shared/domain/exchange/customer-cells.ts'
import type { Customer } from '../../../shared/domain/records/customer.ts'
import type { Payer } from '../../../shared/domain/records/payer.ts'
import type { Context } from '../context.ts'
import type { CaseRow } from '../ports.ts'
import { caseRowView } from '../views/record-views.ts'

/** The heads of a table of customers and cases: what an import reads, then what tells of the case. */
export const TABLE_HEAD: readonly string[] = [...IMPORT_FIELDS.map((field) => FIELD_HEADS[field]), ...CASE_HEADS]

/** A customer's row with one of its cases, or without one. */
export function tableRow(context: Context, customer: Customer, payer: Payer, row: CaseRow | null): readonly string[] {
  const cells = customerCells(customer, payer)
  const own = IMPORT_FIELDS.map((field) => cells[field])
  return [...own, ...(row === null ? CASE_HEADS.map(() => '') : caseCells(context, row))]
}

function caseCells(context: Context, row: CaseRow): readonly string[] {
  const view = caseRowView(row, context)
  const { record } = row
  return [
    view.ref,
    record.procedureId,
    record.state,
    record.owner,
    view.phase ?? '',
    view.nextStep ?? '',
    record.summary.dueAt ?? '',
    record.summary.overdueAt ?? '',
    record.summary.submissionState ?? '',
    record.tags.join('; '),
    record.notes,
    record.openedAt,
    record.closedAt ?? '',
    record.updatedAt,
  ]
}
