import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readTally, sumOf } from '../../../../scripts/test/tally.mjs'

describe('a runner’s tally', () => {
  let folder = ''
  let path = ''
  const noted = (tally: { passed: number; failed: number; skipped: { name: string; reason: string }[] }) =>
    writeFileSync(path, JSON.stringify(tally))

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tally-'))
    path = join(folder, 'tally.json')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('is taken as the reporter wrote it', () => {
    noted({ passed: 3, failed: 1, skipped: [] })
    expect(readTally(path, false)).toEqual({ passed: 3, failed: 1, skipped: [] })
  })

  it('counts a failure when the runner ended without one', () => {
    expect(readTally(path, false)).toEqual({ passed: 0, failed: 1, skipped: [] })
  })

  it('counts a failure when the runner failed and no test did', () => {
    noted({ passed: 3, failed: 0, skipped: [] })
    expect(readTally(path, false)).toEqual({ passed: 3, failed: 1, skipped: [] })
  })

  it('counts a failure when not one test was found', () => {
    noted({ passed: 0, failed: 0, skipped: [] })
    expect(readTally(path, true)).toEqual({ passed: 0, failed: 1, skipped: [] })
  })

  it('counts no failure when every test was skipped', () => {
    noted({ passed: 0, failed: 0, skipped: [{ name: 'a', reason: 'b' }] })
    expect(readTally(path, true).failed).toBe(0)
  })

  it('adds up over all runners', () => {
    const skipped = [{ name: 'a', reason: 'b' }]
    const tallies = [
      { passed: 1, failed: 0, skipped },
      { passed: 2, failed: 3, skipped: [] },
    ]
    expect(sumOf(tallies)).toEqual({ passed: 3, failed: 3, skipped })
  })
})
