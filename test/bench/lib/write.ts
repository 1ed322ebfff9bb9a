import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { growthChart } from './chart.ts'
import { asMarkdown, growthMarkdown, type Result } from './report.ts'

const docs = fileURLToPath(new URL('../../../docs/technical/', import.meta.url))

/** Rewrites what was measured in docs/technical/performance.md, with the chart and the JSON. */
export function writeDocument(result: Result): void {
  rewrite('measured', measured(result))
  writeFileSync(`${docs}performance.json`, `${JSON.stringify(result, null, 2)}\n`)
  if (result.growth.length > 1) writeFileSync(`${docs}performance-growth.svg`, growthChart(result.growth))
}

/** Rewrites what stands in docs/technical/performance.md between the mark of that name and its end. */
export function rewrite(mark: string, text: string): void {
  const path = `${docs}performance.md`
  const [begin, end] = [`<!-- ${mark} -->`, `<!-- end of ${mark} -->`]
  const [before, rest] = readFileSync(path, 'utf8').split(begin)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) throw new Error(`${path} has lost the marks of “${mark}”.`)
  writeFileSync(path, `${before}${begin}\n${text}\n${end}${after}`)
}

function measured({ run, machine, figures, growth }: Result): string {
  const { processor, cores, memoryGB, system, node, chromium, load, at } = machine
  const size = `${run.cases.toLocaleString('en')} cases, ${(3 * run.cases).toLocaleString('en')} waits, ${(10 * run.cases).toLocaleString('en')} activity rows, ${run.megabytes} MB`
  return [
    `A ${run.kind} run of ${run.seconds} s on ${at.slice(0, 10)}: ${size}.`,
    `${processor}, ${cores} cores, ${memoryGB} GB, ${system}; Node ${node}, Chromium ${chromium}; load ${load[0]} before and ${load[1]} after.`,
    '',
    asMarkdown(figures),
    ...(growth.length > 1 ? ['', '![Growth](performance-growth.svg)', '', growthMarkdown(growth)] : []),
  ].join('\n')
}
