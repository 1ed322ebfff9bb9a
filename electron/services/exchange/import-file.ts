import { cellText } from '../../../shared/domain/exchange/cells.ts'
import { type MappedColumn, mapColumns, refuseColumns } from '../../../shared/domain/exchange/column-mapping.ts'
import { type Delimiter, decodeTable, detectDelimiter } from '../../../shared/domain/exchange/decode-table.ts'
import type { TableRow } from '../../../shared/domain/exchange/import-planner.ts'
import { type Finding, finding } from '../../../shared/domain/finding.ts'
import type { Settings } from '../../../shared/domain/records/settings.ts'
import { type Refusal, refuse } from '../../../shared/domain/refusal.ts'
import { CasebookError, throwIfRefused } from '../casebook-error.ts'
import type { Packer } from '../ports.ts'

/** As many rows as one import takes: what it changes is kept in memory and written as one transaction. */
const MOST_ROWS = 200_000

export interface ImportFile {
  readonly encoding: string
  readonly delimiter: Delimiter
  readonly columns: readonly MappedColumn[]
  /** Why its columns do not do, for the one who maps them; null where they do. */
  readonly refusal: Refusal | null
  /** Line of the heads. */
  readonly headLine: number
  readonly rows: readonly TableRow[]
  readonly findings: readonly Finding[]
}

/**
 * A customer list as rows under heads, each head taken for a field.
 * Throws `import.*` and `csv.broken` for what is no such list.
 * @param chosen field by head
 */
export function readImportFile(
  packer: Packer,
  bytes: Uint8Array,
  chosen: Readonly<Record<string, string>>,
  settings: Settings,
): ImportFile {
  const { text, encoding } = throwIfRefused(decodeTable(bytes))
  const table = detectDelimiter(text)
  const [head, ...rows] = packer.readCsv(table.text, table.delimiter)
  if (!head || rows.length === 0) throw new CasebookError(refuse('import.no-rows', {}))
  if (rows.length > MOST_ROWS) {
    throw new CasebookError(refuse('import.too-many-rows', { rows: rows.length, most: MOST_ROWS }))
  }
  const heads = head.cells.map((cell) => cellText(cell).trim())
  while (heads.at(-1) === '') heads.pop()
  const columns = throwIfRefused(mapColumns(heads, chosen, settings.importColumns))
  return {
    encoding,
    delimiter: table.delimiter,
    columns,
    refusal: refuseColumns(columns),
    headLine: head.line + table.skipped,
    rows: rows.map(({ line, cells }) => ({ line: line + table.skipped, cells })),
    findings: encoding === 'Windows-1252' ? [finding('info', 'import.encoding-guessed', { encoding })] : [],
  }
}
