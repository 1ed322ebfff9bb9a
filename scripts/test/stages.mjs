import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readNote } from '../lib/note.mjs'
import { chromiumNote, root } from '../lib/paths.mjs'
import { run } from '../lib/run.mjs'
import { readTally, tallyVariable } from './tally.mjs'

/**
 * @typedef {{ tally: import('./tally.mjs').Tally, output: string }} Outcome
 * @typedef {{ name: string, title: string, run: () => Promise<Outcome> }} Stage
 */

const stuck = 30 * 60_000

/** The runners write into a pipe; what they wrote is shown in colour only where somebody looks at it. */
const colours = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1', FORCE_COLOR: undefined }

/**
 * What `npm test` runs, in this order: what is quick and explains most comes first, and the build comes before the
 * tests that start the built programs.
 *
 * @type {readonly Stage[]}
 */
export const stages = [
  check('types', 'Types', ['typescript/bin/tsc', '--build']),
  check('lint', 'Format and lint', ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings']),
  vitest('arch', 'Architecture tests'),
  vitest('unit', 'Unit tests'),
  vitest('contract', 'Contract tests'),
  check('build', 'Build', [join(root, 'scripts', 'build.mjs'), '--if-stale']),
  vitest('integration', 'Integration tests'),
  { name: 'e2e', title: 'End-to-end tests', run: runEndToEnd },
]

/**
 * A stage that is right or wrong as a whole, and counts as one test.
 *
 * @param {string} name
 * @param {string} title
 * @param {[string, ...string[]]} command a program of a package, and its arguments
 * @returns {Stage}
 */
function check(name, title, [program, ...args]) {
  return {
    name,
    title,
    async run() {
      const { ok, output } = await runOnNode(program, args)
      return { tally: { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: [] }, output }
    },
  }
}

/**
 * @param {string} project
 * @param {string} title
 * @returns {Stage}
 */
function vitest(project, title) {
  const reporter = join(root, 'scripts', 'test', 'vitest-reporter.mjs')
  const args = ['run', '--project', project, '--reporter=default', `--reporter=${reporter}`]
  return { name: project, title, run: () => runCounted('vitest/vitest.mjs', args) }
}

/** @returns {Promise<Outcome>} */
async function runEndToEnd() {
  if (!existsSync(readNote(chromiumNote)?.path ?? '')) {
    const output = 'No Chromium was found and none could be installed. Install one, or name it in CHROME_PATH.\n'
    return { tally: { passed: 0, failed: 1, skipped: [] }, output }
  }
  const reporter = join(root, 'scripts', 'test', 'playwright-reporter.mjs')
  return runCounted('@playwright/test/cli.js', ['test', `--reporter=list,${reporter}`])
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<Outcome>}
 */
async function runCounted(program, args) {
  const folder = mkdtempSync(join(tmpdir(), 'msp-casebook-tests-'))
  const path = join(folder, 'tally.json')
  const { ok, output } = await runOnNode(program, args, { [tallyVariable]: path })
  const tally = readTally(path, ok)
  rmSync(folder, { recursive: true })
  return { tally, output }
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [extra]
 */
async function runOnNode(program, args, extra = {}) {
  const path = program.startsWith(root) ? program : join(root, 'node_modules', program)
  const result = await run(process.execPath, [path, ...args], {
    env: { ...process.env, ...colours, ...extra },
    keep: true,
    timeout: stuck,
  })
  const ending = result.timedOut ? `Ended after ${stuck / 60_000} minutes without a result.\n` : ''
  return { ok: result.ok, output: result.output + ending }
}
