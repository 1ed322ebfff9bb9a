import type { CsvRow } from '../../electron/services/ports.ts'
import { readCsv } from '../../electron/store/csv.ts'

/** All rows of a CSV text with commas. */
export async function readTable(text: string): Promise<readonly CsvRow[]> {
  const rows: CsvRow[] = []
  for await (const part of readCsv(text.replace(/^\uFEFF/, ''), ',')) rows.push(...part)
  return rows
}
