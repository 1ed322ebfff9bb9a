import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { run } from '../../../scripts/lib/run.mjs'
import { readTally, type Tally, tallyVariable } from '../../../scripts/test/tally.mjs'
import { root } from '../../arch/source-files.ts'

const fixtures = join(root, 'test', 'support', 'runners')
const reporters = join(root, 'scripts', 'test')

describe('what `npm test` counts', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'reporters-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  async function tallyOf(program: string, args: readonly string[]): Promise<Tally> {
    const path = join(folder, 'tally.json')
    const { VITEST: _, ...outside } = process.env
    const env = { ...outside, [tallyVariable]: path }
    const { ok, output } = await run(process.execPath, [join(root, 'node_modules', program), ...args], {
      env,
      keep: true,
    })
    expect(ok, output).toBe(false)
    return readTally(path, ok)
  }

  it('of vitest is every test, every file that does not load, and every error outside a test', async () => {
    const tally = await tallyOf('vitest/vitest.mjs', [
      'run',
      `--config=${join(fixtures, 'vitest.config.ts')}`,
      `--root=${join(fixtures, 'vitest')}`,
      `--reporter=${join(reporters, 'vitest-reporter.mjs')}`,
    ])
    expect(tally).toEqual({
      passed: 2,
      failed: 3,
      skipped: [
        { name: 'mixed.fixture.ts › is skipped with a reason', reason: 'the Electron runtime is not here' },
        { name: 'mixed.fixture.ts › is skipped without a reason', reason: 'no reason is given' },
      ],
    })
  })

  it('of Playwright is every test, and one that passes only when it is tried again has failed', async () => {
    const tally = await tallyOf('@playwright/test/cli.js', [
      'test',
      `--config=${join(fixtures, 'playwright.config.ts')}`,
      `--output=${folder}`,
      `--reporter=${join(reporters, 'playwright-reporter.mjs')}`,
    ])
    expect(tally).toEqual({
      passed: 1,
      failed: 2,
      skipped: [
        { name: 'mixed.fixture.ts › is skipped with a reason', reason: 'the Electron runtime is not here' },
        { name: 'mixed.fixture.ts › is skipped without a reason', reason: 'no reason is given' },
      ],
    })
  })
})
