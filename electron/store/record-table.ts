import type { ZodType } from 'zod'
import { refuse } from '../../shared/domain/refusal.ts'
import { StoreFault } from '../services/store-fault.ts'
import type { Prepare } from './database.ts'

/** How a field lies in its column: as it is, as 0 or 1, or as JSON text. */
export type Kind = 'plain' | 'flag' | 'json'

/** Every field of a record with its kind; a nested record of fields lies flat in the same row. */
export type Fields<T> = { readonly [F in keyof T]: Kind | Fields<T[F]> }

export type SqlValue = string | number | null
export type Row = Readonly<Record<string, unknown>>

export interface TableSpec<T> {
  readonly name: string
  readonly schema: ZodType<T>
  /** Columns of the primary key. */
  readonly key: readonly string[]
  readonly fields: Fields<T>
  /** Columns that only the engine needs, made from the record and from what is there. */
  readonly derived?: Readonly<Record<string, (record: T, prepare: Prepare) => SqlValue>>
}

interface Column {
  readonly path: readonly string[]
  readonly name: string
  readonly kind: Kind
}

/** One kind of record and its table: the SQL that writes and reads it, and the way between record and row. */
export class RecordTable<T extends object> {
  readonly name: string
  /** Reads the row that has the key of a given one. */
  readonly presentSql: string
  /** Removes the row that has the key of a given one. */
  readonly removeSql: string
  readonly #spec: TableSpec<T>
  readonly #columns: readonly Column[]
  readonly #keyIs: string
  readonly #own: string
  readonly #names: readonly string[]
  readonly #insertSql: string

  constructor(spec: TableSpec<T>) {
    this.name = spec.name
    this.#spec = spec
    this.#columns = columnsOf(spec.fields)
    this.#keyIs = spec.key.map((name) => `"${name}" = @${name}`).join(' AND ')
    this.#names = [...this.#columns.map((column) => column.name), ...Object.keys(spec.derived ?? {})]
    const quoted = this.#names.map((name) => `"${name}"`).join(', ')
    this.#own = this.#columnsOf(spec.name)
    this.#insertSql = `INSERT INTO ${spec.name} (${quoted}) VALUES (${this.#names.map(() => '?').join(', ')})`
    this.presentSql = `SELECT ${quoted} FROM ${spec.name} WHERE ${this.#keyIs}`
    this.removeSql = `DELETE FROM ${spec.name} WHERE ${this.#keyIs}`
  }

  /** The values of the row's key, in the order of its columns. */
  keyOf(row: Readonly<Record<string, SqlValue>>): readonly SqlValue[] {
    return this.#spec.key.map((name) => row[name] ?? null)
  }

  /** A row of nothing but its key. */
  rowOfKey(key: readonly SqlValue[]): Record<string, SqlValue> {
    return Object.fromEntries(this.#spec.key.map((name, n) => [name, key[n] ?? null]))
  }

  /** The columns of a record for a SELECT, from the table or its alias. */
  columns(alias?: string): string {
    return alias === undefined ? this.#own : this.#columnsOf(alias)
  }

  #columnsOf(alias: string): string {
    return this.#columns.map((column) => `${alias}."${column.name}"`).join(', ')
  }

  /** Inserts a row as `toRow` gives it. By place: to find each value by its name would take a third of the time. */
  insert(prepare: Prepare, row: Readonly<Record<string, SqlValue>>): void {
    prepare(this.#insertSql).run(this.#names.map((name) => row[name]))
  }

  /** Inserts a row of these columns; the others take what the table gives them. */
  insertRowSql(names: readonly string[]): string {
    const quoted = names.map((name) => `"${name}"`).join(', ')
    return `INSERT INTO ${this.name} (${quoted}) VALUES (${names.map((name) => `@${name}`).join(', ')})`
  }

  /** Changes these columns and no others, so that the engine leaves the indexes of all others alone. */
  updateSql(changed: readonly string[]): string {
    return `UPDATE ${this.name} SET ${changed.map((name) => `"${name}" = @${name}`).join(', ')} WHERE ${this.#keyIs}`
  }

  /** The row of a record. Throws where it is not one: what is written has to be readable. */
  toRow(record: T, prepare: Prepare): Record<string, SqlValue> {
    return this.encode(this.#spec.schema.parse(record), prepare)
  }

  /** The row of a record that has been checked against its schema. */
  encode(checked: T, prepare: Prepare): Record<string, SqlValue> {
    const row: Record<string, SqlValue> = {}
    for (const column of this.#columns) row[column.name] = toSql(at(checked, column.path), column.kind)
    for (const [name, derive] of Object.entries(this.#spec.derived ?? {})) row[name] = derive(checked, prepare)
    return row
  }

  /** The record of a row, checked against its schema. Throws `store.row-unreadable`. */
  read(row: Row): T {
    const parsed = this.#spec.schema.safeParse(this.decode(row))
    if (parsed.success) return parsed.data
    const [issue] = parsed.error.issues
    throw this.#unreadable(row, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)
  }

  /** The record of a row as the table's own CHECKs guarantee it: for lists, where reading each through its schema costs too much. */
  decode(row: Row): T {
    const record: Record<string, unknown> = {}
    for (const { path, name, kind } of this.#columns) put(record, path, this.#fromSql(row, name, kind))
    return record as T
  }

  #fromSql(row: Row, name: string, kind: Kind): unknown {
    const value = row[name]
    if (value === null || kind === 'plain') return value
    if (kind === 'flag') return value === 1
    try {
      return JSON.parse(String(value))
    } catch (cause) {
      throw this.#unreadable(row, `${name}: ${cause instanceof Error ? cause.message : ''}`)
    }
  }

  #unreadable(row: Row, detail: string): StoreFault {
    const key = this.#spec.key.map((name) => String(row[name] ?? '')).join(' ')
    return new StoreFault(refuse('store.row-unreadable', { table: this.name, key, detail }))
  }
}

function columnsOf(fields: Readonly<Record<string, unknown>>, path: readonly string[] = []): Column[] {
  return Object.entries(fields).flatMap(([field, kind]) =>
    typeof kind === 'string'
      ? [{ path: [...path, field], name: columnName(field), kind: kind as Kind }]
      : columnsOf(kind as Record<string, unknown>, [...path, field]),
  )
}

function columnName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function at(record: unknown, path: readonly string[]): unknown {
  return path.reduce((value, step) => (value as Record<string, unknown>)[step], record)
}

function put(record: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [field = '', ...inner] = path
  if (inner.length === 0) {
    record[field] = value
    return
  }
  record[field] ??= {}
  put(record[field] as Record<string, unknown>, inner, value)
}

function toSql(value: unknown, kind: Kind): SqlValue {
  if (value === null) return null
  if (kind === 'json') return JSON.stringify(value)
  if (kind === 'flag') return value === true ? 1 : 0
  return value as string | number
}
