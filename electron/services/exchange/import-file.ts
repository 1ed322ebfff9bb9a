import { cellText } from '../../../shared/domain/exchange/cells.ts'
import { type MappedColumn, mapColumns, refuseColumns } from '../../../shared/domain/exchange/column-mapping.ts'
import { type Delimiter, decodeTable, detectDelimiter } from '../../../shared/domain/exchange/decode-table.ts'
import type { TableRow } from '../../../shared/domain/exchange/import-planner.ts'
import { type Finding, finding } from '../../../shared/domain/finding.ts'
import type { Settings } from '../../../shared/domain/records/settings.ts'
import { type Refusal, refuse } from '../../../shared/domain/refusal.ts'
import { CasebookError, throwIfRefused } from '../casebook-error.ts'
import type { Packer } from '../ports.ts'

/** As many rows as one import takes: it is one transaction, and others who change something wait for it. */
const MOST_ROWS = 200_000

export interface ImportFile {
  readonly encoding: string
  readonly delimiter: Delimiter
  readonly columns: readonly MappedColumn[]
  /** Why its columns do not do, for the one who maps them; null where they do. */
  readonly refusal: Refusal | null
  /** Line of the heads. */
  readonly headLine: number
  /** Lines of the text: at least as many as it has rows. */
  readonly lines: number
  /** The rows under the heads, some at a time, to be gone through once. Throws `csv.broken`, `import.too-many-rows`. */
  readonly rows: AsyncIterable<readonly TableRow[]>
  readonly findings: readonly Finding[]
}

/**
 * A customer list as rows under heads, each head taken for a field.
 * Throws `import.*` and `csv.broken` for what is no such list.
 * @param chosen field by head
 */
export async function readImportFile(
  packer: Packer,
  bytes: Uint8Array,
  chosen: Readonly<Record<string, string>>,
  settings: Settings,
): Promise<ImportFile> {
  const { text, encoding } = throwIfRefused(decodeTable(bytes))
  const table = detectDelimiter(text)
  const read = () => packer.readCsv(table.text, table.delimiter)
  const lines = linesOf(table.text)
  if (lines > MOST_ROWS) await demandFew(read())
  const parts = read()[Symbol.asyncIterator]()
  const [head, ...rest] = await firstOf(parts)
  if (!head) throw new CasebookError(refuse('import.no-rows', {}))
  const heads = head.cells.map((cell) => cellText(cell).trim())
  while (heads.at(-1) === '') heads.pop()
  const columns = throwIfRefused(mapColumns(heads, chosen, settings.importColumns))
  return {
    encoding,
    delimiter: table.delimiter,
    columns,
    refusal: refuseColumns(columns),
    headLine: head.line + table.skipped,
    lines,
    rows: placed(rest, parts, table.skipped),
    findings: encoding === 'Windows-1252' ? [finding('info', 'import.encoding-guessed', { encoding })] : [],
  }
}

/** The heads with a row at least. Throws `import.no-rows`. */
async function firstOf(parts: AsyncIterator<readonly TableRow[]>): Promise<readonly TableRow[]> {
  const rows: TableRow[] = []
  while (rows.length < 2) {
    const next = await parts.next()
    if (next.done) throw new CasebookError(refuse('import.no-rows', {}))
    rows.push(...next.value)
  }
  return rows
}

/** The rows with their lines in the file, whose first may have been left out. */
async function* placed(first: readonly TableRow[], parts: AsyncIterator<readonly TableRow[]>, skipped: number) {
  const placedRows = (rows: readonly TableRow[]) => rows.map(({ line, cells }) => ({ line: line + skipped, cells }))
  yield placedRows(first)
  for (let next = await parts.next(); !next.done; next = await parts.next()) yield placedRows(next.value)
}

function linesOf(text: string): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}

async function demandFew(parts: AsyncIterable<readonly TableRow[]>): Promise<void> {
  let rows = -1
  for await (const part of parts) rows += part.length
  if (rows > MOST_ROWS) throw new CasebookError(refuse('import.too-many-rows', { rows, most: MOST_ROWS }))
}
