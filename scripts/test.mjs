// Runs every check of the project and ends with one line over all of them. `--only unit,e2e` runs a part.
import './lib/on-pinned-node.mjs'
import { parseArgs } from 'node:util'
import { endWithNpm } from './lib/end-with-npm.mjs'
import { took } from './lib/say.mjs'
import { stages } from './test/stages.mjs'
import { sumOf } from './test/tally.mjs'

endWithNpm()
const names = stages.map((stage) => stage.name)
const wanted = readWanted()
if (wanted === undefined) {
  console.error(`Usage: npm test -- [--only ${names.join('|')}]; several are separated by commas.`)
  process.exitCode = 2
} else {
  await runAll(stages.filter((stage) => wanted.includes(stage.name)))
}

/** @returns {string[] | undefined} the stages to run; undefined when the command line makes no sense */
function readWanted() {
  try {
    const { only } = parseArgs({ options: { only: { type: 'string', multiple: true } } }).values
    const wanted = only?.flatMap((list) => list.split(',')) ?? names
    return wanted.every((name) => names.includes(name)) ? wanted : undefined
  } catch {
    return undefined
  }
}

async function runAll(/** @type {typeof stages} */ chosen) {
  const tallies = []
  for (const stage of chosen) {
    process.stdout.write(`${stage.title} … `)
    const since = performance.now()
    const { tally, output } = await stage.run()
    console.log(`${lineOf(tally)} (${took(since)})`)
    if (tally.failed > 0) console.log(`\n${output.trim()}\n`)
    tallies.push(tally)
  }
  const sum = sumOf(tallies)
  for (const { name, reason } of sum.skipped) console.log(`Skipped: ${name} (${reason})`)
  console.log(`\n${lineOf(sum)}`)
  process.exitCode = sum.failed > 0 ? 1 : 0
}

function lineOf(/** @type {import('./test/tally.mjs').Tally} */ { passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped.length} skipped`
}
