import { execFileSync, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { endWithUs } from '../lib/ending.ts'
import { versionOf } from '../lib/machine.ts'
import { type Figure, figure } from '../lib/measure.ts'
import { scratch } from '../lib/workspace.ts'

const program = fileURLToPath(new URL('./calc.py', import.meta.url))

/**
 * LibreOffice Calc without a window: opens the same rows as CSV, filters them by each word, exports them.
 * @param column place of the column that is filtered, from 0
 * @returns null where LibreOffice or what Python speaks to it by (Debian: python3-uno) is not installed
 */
export function benchCalc(
  csv: string,
  rows: number,
  column: number,
  words: readonly string[],
): readonly Figure[] | null {
  const python = ['/usr/bin/python3', 'python3'].find(speaksToOffice)
  if (versionOf('soffice') === null || python === undefined) return null
  const folder = scratch('calc')
  const [input, output] = [join(folder, 'cases.csv'), join(folder, 'exported.csv')]
  writeFileSync(input, csv)
  const pipe = `bench-${process.pid}`
  const office = spawn(
    'soffice',
    [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      '--norestore',
      `--accept=pipe,name=${pipe};urp;`,
    ],
    { stdio: 'ignore' },
  )
  endWithUs(office)
  const told = execFileSync(python, [program, pipe, input, output, String(column), ...words], { encoding: 'utf8' })
  const seen = JSON.parse(told) as { rows: number; opened: number; filters: number[]; exported: number }
  if (seen.rows !== rows) throw new Error(`LibreOffice opened ${seen.rows} of ${rows} rows.`)
  return [
    figure('open the CSV', [seen.opened / 1_000], { unit: 's' }),
    figure('filter by a word', seen.filters),
    figure('all cases as CSV', [seen.exported / 1_000], { unit: 's' }),
  ]
}

function speaksToOffice(python: string): boolean {
  try {
    execFileSync(python, ['-c', 'import uno'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
