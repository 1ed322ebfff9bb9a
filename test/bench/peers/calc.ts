import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { versionOf } from '../lib/machine.ts'
import { type Figure, figure } from '../lib/measure.ts'
import { scratch } from '../lib/workspace.ts'

/** LibreOffice Calc: opens the same rows as CSV and writes them again, without a window. Null where it is not installed. */
export function benchCalc(csv: string): readonly Figure[] | null {
  if (versionOf('soffice') === null) return null
  const folder = scratch('calc')
  const input = join(folder, 'cases.csv')
  writeFileSync(input, csv)
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const convert = (format: string, file: string) => {
    const since = performance.now()
    execFileSync('soffice', [profile, '--headless', '--convert-to', format, '--outdir', join(folder, format), file], {
      stdio: 'ignore',
    })
    return (performance.now() - since) / 1_000
  }
  writeFileSync(join(folder, 'one.csv'), 'a\n1\n')
  // The first start makes its profile; the second says what starting alone costs.
  convert('ods', join(folder, 'one.csv'))
  const start = convert('ods', join(folder, 'one.csv'))
  return [
    figure('start alone', [start], { unit: 's' }),
    figure('start, open the CSV, write a spreadsheet', [convert('ods', input)], { unit: 's' }),
    figure('start, open that spreadsheet, export CSV', [convert('csv', join(folder, 'ods', 'cases.ods'))], {
      unit: 's',
    }),
  ]
}
