import { describe, expect, it } from 'vitest'
import { run } from '../../../../scripts/lib/run.mjs'

const node = (code: string, timeout?: number) =>
  run(process.execPath, ['--eval', code], { keep: true, ...(timeout === undefined ? {} : { timeout }) })

describe('running a program', () => {
  it('hands back what it wrote to both streams and its exit code', async () => {
    const result = await node(`console.log('out'); console.error('err'); process.exitCode = 3`)
    expect(result).toMatchObject({ ok: false, code: 3, timedOut: false })
    expect(result.output).toContain('out\n')
    expect(result.output).toContain('err\n')
  })

  it('says that a program is missing instead of throwing', async () => {
    const result = await run('/no/such/program', [], { keep: true })
    expect(result).toMatchObject({ ok: false, code: null })
    expect(result.output).toContain('ENOENT')
  })

  it.skipIf(process.platform === 'win32')('ends a program that takes too long together with its children', async () => {
    // The child keeps the pipe open: the run would not end if it were left alive.
    const forever = `setInterval(() => {}, 1000)`
    const result = await node(
      `
      require('node:child_process').spawn(process.execPath, ['--eval', ${JSON.stringify(forever)}], { stdio: 'inherit' })
      ${forever}`,
      300,
    )
    expect(result).toMatchObject({ ok: false, timedOut: true })
  })
})
