import { type Decided, type Refusal, refuse } from '../refusal.ts'
import { shown } from '../values/typed-text.ts'
import {
  FIELD_HEADS,
  fieldOfHead,
  headKey,
  IMPORT_FIELDS,
  type ImportField,
  isImportField,
  isOfCase,
} from './columns.ts'

export interface MappedColumn {
  readonly head: string
  /** What it is taken for; null: left out. */
  readonly field: ImportField | null
  /** How that was found. */
  readonly by: 'chosen' | 'remembered' | 'head' | 'nobody'
}

/** Fields without which a row says nothing. */
const NEEDED: readonly ImportField[] = ['name', 'managementAccountId']

/**
 * What each column is taken for: as chosen now, as remembered from the last import, or by its own head.
 * Refuses a choice of a column or field that is not there.
 * @param chosen field by head; '' leaves the column out
 * @param remembered field by head key
 */
export function mapColumns(
  heads: readonly string[],
  chosen: Readonly<Record<string, string>>,
  remembered: Readonly<Record<string, string>>,
): Decided<readonly MappedColumn[]> {
  const keys = heads.map(headKey)
  const choices = new Map(Object.entries(chosen).map(([head, field]) => [headKey(head), { head, field }] as const))
  for (const [key, { head, field }] of choices) {
    if (!keys.includes(key)) {
      return refuse('import.column-unknown', { column: shown(head), columns: heads.map(shown).join(', ') }, 'columns')
    }
    if (field !== '' && !isImportField(field)) {
      return refuse('import.field-unknown', { field: shown(field), fields: IMPORT_FIELDS.join(', ') }, 'columns')
    }
  }
  return heads.map((head, i) => mapColumn(head, choices.get(keys[i] ?? '')?.field, remembered))
}

/** Why no row can be read by these columns: a field taken from two of them, or one missing; null where they will do. */
export function refuseColumns(columns: readonly MappedColumn[]): Refusal | null {
  for (const field of IMPORT_FIELDS) {
    const [one, two] = columns.filter((column) => column.field === field)
    if (one && two) {
      const heads = `${shown(one.head)}, ${shown(two.head)}`
      return refuse('import.field-twice', { field: FIELD_HEADS[field], columns: heads }, 'columns')
    }
  }
  const missing = NEEDED.find((field) => !columns.some((column) => column.field === field))
  if (missing === undefined) return null
  const heads = columns.map(({ head }) => shown(head)).join(', ')
  return refuse('import.column-missing', { field: missing, head: FIELD_HEADS[missing], columns: heads }, 'columns')
}

function mapColumn(
  head: string,
  chosen: string | undefined,
  remembered: Readonly<Record<string, string>>,
): MappedColumn {
  const fieldOf = (name: string) => (isImportField(name) ? name : null)
  if (chosen !== undefined) return { head, field: fieldOf(chosen), by: 'chosen' }
  const kept = Object.hasOwn(remembered, headKey(head)) ? remembered[headKey(head)] : undefined
  if (kept !== undefined) return { head, field: fieldOf(kept), by: 'remembered' }
  const own = isOfCase(head) ? null : fieldOfHead(head)
  return { head, field: own, by: own === null ? 'nobody' : 'head' }
}

/** What is worth remembering for the next file: what was chosen otherwise than the heads say. */
export function toRemember(
  columns: readonly MappedColumn[],
  remembered: Readonly<Record<string, string>>,
): Record<string, string> {
  const kept: Record<string, string> = { ...remembered }
  for (const { head, field, by } of columns) {
    const key = headKey(head)
    if (by !== 'chosen' || key === '') continue
    if (field === (isOfCase(head) ? null : fieldOfHead(head))) delete kept[key]
    else kept[key] = field ?? ''
  }
  return kept
}
