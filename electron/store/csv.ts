import type { Writable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { stringify } from 'csv-stringify/sync'
import { safeCell } from '../../shared/domain/exchange/cells.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import type { CsvRow } from '../services/ports.ts'
import { StoreFault } from '../services/store-fault.ts'

/**
 * Every cell in quotes, lines ending in CRLF, with the mark by which spreadsheets know UTF-8. No cell is a formula;
 * `cellText` gives the text back.
 * @param begins false for the rows that follow those of another text
 */
export function writeCsv(rows: readonly (readonly string[])[], begins = true): string {
  const cells = rows.map((row) => row.map(safeCell))
  return stringify(cells, { quoted: true, record_delimiter: 'windows', bom: begins })
}

/** Bytes that are parsed in one go, between which others have their turn: a hundred rows or two, taken in within ten milliseconds. */
const SLICE = 8_192

/**
 * The rows of a CSV text, some at a time, each with the line of the file on which it begins (from 1); blank lines are
 * left out. Quoted cells may hold line ends and doubled quotes. Throws `csv.broken` with the line.
 */
export async function* readCsv(text: string, delimiter: string): AsyncGenerator<readonly CsvRow[]> {
  let rows: CsvRow[] = []
  let line = 1
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: false,
    skip_empty_lines: false,
    record_delimiter: ['\r\n', '\n', '\r'],
    on_record(cells: string[]) {
      if (cells.some((cell) => cell !== '')) rows.push({ line, cells })
      // Counted here: the parser counts a line end of two signs inside a cell twice.
      line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0)
      return null
    },
  })
  // What goes wrong is told to who wrote; the parser tells it here as well.
  parser.on('error', () => {})
  const bytes = Buffer.from(text)
  for (let from = 0; from <= bytes.length; from += SLICE) {
    const isLast = from + SLICE > bytes.length
    try {
      await parsed(parser, bytes.subarray(from, from + SLICE), isLast)
    } catch (thrown) {
      if (!(thrown instanceof CsvError)) throw thrown
      throw new StoreFault(refuse('csv.broken', { line, reason: reasonOf(thrown.code) }), { cause: thrown })
    }
    if (rows.length > 0) yield rows
    rows = []
  }
}

/** Resolves once the parser has gone through the bytes. */
function parsed(parser: Writable, bytes: Uint8Array, isLast: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (error?: Error | null) => (error ? reject(error) : resolve())
    if (isLast) parser.end(bytes, done)
    else parser.write(bytes, done)
  })
}

function reasonOf(code: string): 'open-quote' | 'quote-inside' | 'other' {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'open-quote'
  return code === 'CSV_INVALID_CLOSING_QUOTE' || code === 'INVALID_OPENING_QUOTE' ? 'quote-inside' : 'other'
}
