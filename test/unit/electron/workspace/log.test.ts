import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openLog } from '../../../../electron/workspace/log.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const lines = () =>
  readFileSync(join(folder, 'logs', 'casebook.log'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

it('holds one line an event, written when the call returns', () => {
  const log = openLog(folder)
  log.info('headless.open', { origin: 'http://127.0.0.1:1' })
  log.error('rpc.unexpected', { error: new Error('gone') })
  expect(lines()).toMatchObject([
    { level: 30, msg: 'headless.open', origin: 'http://127.0.0.1:1' },
    { level: 50, msg: 'rpc.unexpected', error: expect.stringContaining('Error: gone') },
  ])
})

it('goes on where the last run ended', () => {
  openLog(folder).info('one')
  openLog(folder).info('two')
  expect(lines().map(({ msg }) => msg)).toEqual(['one', 'two'])
})

it('holds no secret, by shape, by name, or deep inside', () => {
  openLog(folder).info('aws.call', {
    text: 'AKIAIOSFODNN7EXAMPLE',
    sessionToken: 'short',
    deep: [{ error: new Error('for ASIAIOSFODNN7EXAMPLE'), password: { now: 'hunter2' } }],
  })
  expect(JSON.stringify(lines())).not.toMatch(/AKIA|ASIA|short|hunter2/)
})

it.skipIf(process.platform === 'win32')('is for its owner only', () => {
  openLog(folder).info('one')
  expect(statSync(join(folder, 'logs')).mode & 0o777).toBe(0o700)
  expect(statSync(join(folder, 'logs', 'casebook.log')).mode & 0o777).toBe(0o600)
})

it('is put aside when it is full, and one older log is kept', () => {
  openLog(folder).info('one')
  writeFileSync(join(folder, 'logs', 'casebook.log'), 'x'.repeat(5_000_001))
  openLog(folder).info('two')
  expect(readdirSync(join(folder, 'logs')).sort()).toEqual(['casebook.log', 'casebook.old.log'])
  expect(lines().map(({ msg }) => msg)).toEqual(['two'])
})
