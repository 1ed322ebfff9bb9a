import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { withLock } from '../../../../scripts/lib/lock.mjs'
import { root } from '../../../arch/source-files.ts'

const lockModule = new URL('../../../../scripts/lib/lock.mjs', import.meta.url).href

/** Runs a piece of code in a process of its own and waits for its end. */
async function inProcess(code: string): Promise<void> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], { stdio: 'ignore' })
  await once(child, 'close')
}

describe('the lock between two runs', () => {
  it('lets one process at a time do the work', async () => {
    const name = `test-${randomUUID()}`
    const folder = mkdtempSync(join(tmpdir(), 'lock-'))
    const counter = join(folder, 'counter')
    writeFileSync(counter, '0')
    // Reading and writing with a pause between them loses counts unless nobody else is in between.
    const code = `
      import { readFileSync, writeFileSync } from 'node:fs'
      import { setTimeout } from 'node:timers/promises'
      import { withLock } from ${JSON.stringify(lockModule)}
      for (let i = 0; i < 3; i++) await withLock(${JSON.stringify(name)}, async () => {
        const count = Number(readFileSync(${JSON.stringify(counter)}, 'utf8'))
        await setTimeout(5)
        writeFileSync(${JSON.stringify(counter)}, String(count + 1))
      })`
    await Promise.all([inProcess(code), inProcess(code), inProcess(code)])
    expect(readFileSync(counter, 'utf8')).toBe('9')
    rmSync(folder, { recursive: true })
  })

  it('is taken over from a process that is gone', async () => {
    const name = `test-${randomUUID()}`
    const code = `
      import { withLock } from ${JSON.stringify(lockModule)}
      await withLock(${JSON.stringify(name)}, async () => process.kill(process.pid, 'SIGKILL'))`
    await inProcess(code)
    expect(existsSync(join(root, '.cache', `${name}.lock`))).toBe(true)
    expect(await withLock(name, async () => 'done')).toBe('done')
  })

  it('is given back when the work fails', async () => {
    const name = `test-${randomUUID()}`
    await expect(withLock(name, () => Promise.reject(new Error('no network')))).rejects.toThrow('no network')
    expect(existsSync(join(root, '.cache', `${name}.lock`))).toBe(false)
  })
})
