// Weakens each protection of the app in turn, in a copy of the repository, and demands that a test fails with it.
// `npm run mutate:hardening -- --only fuses` runs those whose clause holds the word.
import './lib/on-pinned-node.mjs'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { mutations } from './hardening/mutations.mjs'
import { root } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { asScript, Stop, took } from './lib/say.mjs'

const stuck = 180_000
const leftOut = new Set([
  '.git',
  'node_modules',
  'dist',
  'release',
  'out',
  'test-results',
  'playwright-report',
  '.cache',
])

await asScript(async () => {
  const { only = '' } = parseArgs({ options: { only: { type: 'string' } } }).values
  const chosen = mutations.filter(({ clause }) => clause.includes(only))
  const copy = mkdtempSync(join(tmpdir(), 'casebook-mutants-'))
  try {
    cpSync(root, copy, { recursive: true, filter: (path) => path === root || !leftOut.has(basename(path)) })
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
    await demandGreen(copy, chosen)
    const survivors = []
    for (const mutation of chosen) {
      const since = performance.now()
      const isKilled = await kills(copy, mutation)
      if (!isKilled) survivors.push(mutation)
      console.log(`${isKilled ? 'killed' : 'SURVIVED'}  ${mutation.clause} (${took(since)})`)
    }
    console.log(
      `\n${chosen.length} mutations, ${chosen.length - survivors.length} killed, ${survivors.length} survived`,
    )
    process.exitCode = survivors.length > 0 ? 1 : 0
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
})

/** A test that fails anyway would kill everything. */
async function demandGreen(/** @type {string} */ copy, /** @type {typeof mutations} */ chosen) {
  const tests = [...new Set(chosen.map(({ test }) => test))]
  const { ok, output } = await runTests(copy, tests)
  if (!ok) throw new Stop(`The tests fail without any mutation:\n${output}`)
}

/**
 * @param {string} copy
 * @param {import('./hardening/mutations.mjs').Mutation} mutation
 */
async function kills(copy, { file, from, to, test }) {
  const path = join(copy, file)
  const text = readFileSync(path, 'utf8')
  writeFileSync(
    path,
    text.replace(from, () => to),
  )
  const { ok, timedOut } = await runTests(copy, [test, '--bail=1'])
  writeFileSync(path, text)
  return !ok || timedOut
}

function runTests(/** @type {string} */ copy, /** @type {readonly string[]} */ args) {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  return run(process.execPath, [vitest, 'run', '--root', copy, ...args], { keep: true, timeout: stuck })
}
