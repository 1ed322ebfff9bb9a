import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { markRun } from '../../../../electron/main/last-run.ts'

const folder = mkdtempSync(join(tmpdir(), 'casebook-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('tells a run after one that did not clear its mark, and no other', () => {
  const file = join(folder, 'running')
  expect(markRun(file, 1).endedBadly).toBe(false)
  const second = markRun(file, 2)
  expect(second.endedBadly).toBe(true)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  second.clear()
  expect(markRun(file, 3).endedBadly).toBe(false)
})

it('has nothing to say where no mark can be left', () => {
  const run = markRun(join(folder, 'missing', 'running'), 1)
  expect(run.endedBadly).toBe(false)
  expect(() => run.clear()).not.toThrow()
})
