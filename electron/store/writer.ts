import type { AggregateKind, ChangeSet, Put } from '../../shared/domain/records/change-set.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { StoreFault } from '../services/store-fault.ts'
import type { Prepare } from './database.ts'
import { codeOf } from './faults.ts'
import type { RecordTable, SqlValue } from './record-table.ts'
import { tables } from './tables.ts'

/** What others refer to is written before them. */
const WRITE_ORDER: readonly Put['kind'][] = [
  'settings',
  'payer',
  'customer',
  'case',
  'submission',
  'attachment',
  'wait',
  'step',
  'check',
  'snooze',
]

type Aggregate = Extract<Put, { readonly kind: AggregateKind }>

/** A row as it was: the columns that were changed, null where it was not there. */
export interface Image {
  readonly kind: Put['kind']
  readonly key: readonly SqlValue[]
  readonly row: Readonly<Record<string, SqlValue>> | null
}

/**
 * Writes a change set inside the caller's transaction; gives what is needed to take it back.
 * Throws `conflict.revision`, `conflict.case-number` or `conflict.payer-account`; the caller rolls back.
 */
export function writeChange(prepare: Prepare, change: ChangeSet): readonly Image[] {
  demandWhole(change)
  const puts = change.puts.toSorted((a, b) => writeOrder(a.kind) - writeOrder(b.kind))
  return puts.flatMap((put) => {
    // The tables are keyed by kind, which ties each to its own record; the compiler cannot follow that through a union.
    const table = tables[put.kind] as unknown as RecordTable<object>
    const row = table.toRow(put.record, prepare)
    // What is to be new is inserted without a look: the engine refuses what is there. Half the time of a large import.
    const isNew = isAggregate(put) && put.record.revision === 0
    if (isAggregate(put)) {
      if (!isNew) demandRevision(prepare, put)
      row.revision = put.record.revision + 1
    }
    const image = isNew ? insertNew(prepare, table, row, put) : writeRow(prepare, table, row)
    return image === undefined ? [] : [{ kind: put.kind, ...image }]
  })
}

/** What others refer to comes first. */
export function writeOrder(kind: Put['kind']): number {
  return WRITE_ORDER.indexOf(kind)
}

/** Inserts the row, or changes what is different in the one that is there. Gives it as it was, where anything changed. */
function writeRow(
  prepare: Prepare,
  table: RecordTable<object>,
  row: Readonly<Record<string, SqlValue>>,
): Omit<Image, 'kind'> | undefined {
  const present = prepare(table.presentSql).get(row) as Readonly<Record<string, SqlValue>> | undefined
  if (present === undefined) return insertRow(prepare, table, row)
  const changed = Object.keys(row).filter((name) => row[name] !== present[name])
  if (changed.length === 0) return undefined
  prepare(table.updateSql(changed)).run(row)
  return { key: table.keyOf(row), row: Object.fromEntries(changed.map((name) => [name, present[name] ?? null])) }
}

/** Inserts a new aggregate; where the engine refuses it, says as a conflict what stands in its way. */
function insertNew(
  prepare: Prepare,
  table: RecordTable<object>,
  row: Readonly<Record<string, SqlValue>>,
  put: Aggregate,
): Omit<Image, 'kind'> {
  try {
    return insertRow(prepare, table, row)
  } catch (thrown) {
    if (codeOf(thrown).startsWith('SQLITE_CONSTRAINT')) demandRevision(prepare, put)
    throw thrown
  }
}

function insertRow(
  prepare: Prepare,
  table: RecordTable<object>,
  row: Readonly<Record<string, SqlValue>>,
): Omit<Image, 'kind'> {
  table.insert(prepare, row)
  return { key: table.keyOf(row), row: null }
}

function isAggregate(put: Put): put is Aggregate {
  return put.kind === 'settings' || put.kind === 'customer' || put.kind === 'payer' || put.kind === 'case'
}

/** A set that changes part of a case without the case, or one record twice, was put together wrongly. */
function demandWhole(change: ChangeSet): void {
  const cases = new Set(change.puts.flatMap((put) => (put.kind === 'case' ? [put.record.id] : [])))
  const keys = new Map(WRITE_ORDER.map((kind) => [kind, new Set<string>()]))
  for (const put of change.puts) {
    if ('caseId' in put.record && !cases.has(put.record.caseId)) {
      throw new Error(`A change set puts a ${put.kind} of case ${put.record.caseId} without the case.`)
    }
    const key = keyOf(put)
    const seen = keys.get(put.kind)
    if (seen?.has(key)) throw new Error(`A change set puts ${put.kind} ${key} twice.`)
    seen?.add(key)
  }
}

/** What tells a record from the others of its kind. Of most it is the ID: a text that is there already. */
function keyOf(put: Put): string {
  switch (put.kind) {
    case 'settings':
      return ''
    case 'step':
      return `${put.record.caseId} ${put.record.stepId}`
    case 'check':
      return `${put.record.caseId} ${put.record.checkId}`
    case 'snooze':
      return put.record.waitId
    default:
      return put.record.id
  }
}

function demandRevision(prepare: Prepare, put: Aggregate): void {
  const id = put.kind === 'settings' ? 'settings' : put.record.id
  const found =
    put.kind === 'settings'
      ? prepare('SELECT revision FROM settings').get()
      : prepare(`SELECT revision FROM ${tables[put.kind].name} WHERE id = ?`).get(id)
  const actual = Number(found?.revision ?? 0)
  const expected = put.record.revision
  if (actual !== expected) throw new StoreFault(refuse('conflict.revision', { kind: put.kind, id, expected, actual }))
  if (put.kind === 'case' && expected === 0) demandFreeNumber(prepare, put.record.number)
  if (put.kind === 'payer') demandFreeAccount(prepare, id, put.record.accountId)
}

function demandFreeNumber(prepare: Prepare, number: number): void {
  const taken = prepare('SELECT 1 FROM cases WHERE number = ?').get(number)
  if (taken !== undefined) throw new StoreFault(refuse('conflict.case-number', { number }))
}

function demandFreeAccount(prepare: Prepare, id: string, accountId: string): void {
  const taken = prepare('SELECT 1 FROM payers WHERE account_id = ? AND id <> ?').get(accountId, id)
  if (taken !== undefined) throw new StoreFault(refuse('conflict.payer-account', { accountId }))
}
