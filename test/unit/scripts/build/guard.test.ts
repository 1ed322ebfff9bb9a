import { Script } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { guard } from '../../../../scripts/build/guard.mjs'

function startOn(version: string): { readonly said: readonly string[]; readonly exitCode: number | undefined } {
  const said: string[] = []
  const process: { version: string; versions: { node: string }; exitCode?: number } = {
    version: `v${version}`,
    versions: { node: version },
  }
  new Script(guard('./main.mjs')).runInNewContext({ process, console: { error: (text: string) => said.push(text) } })
  return { said, exitCode: process.exitCode }
}

describe('the file that starts a program', () => {
  it.each(['12.22.12', '18.20.8', '20.20.2', '22.22.0'])('says on Node %s that it needs a newer one', (version) => {
    const { said, exitCode } = startOn(version)
    expect(said).toHaveLength(1)
    expect(said[0]).toContain(`this is v${version}`)
    expect(said[0]).toContain('npm start')
    expect(exitCode).toBe(1)
  })

  it('starts the program on Node 24', () => {
    expect(startOn('24.21.0').said).toEqual([])
  })

  it('is written in a syntax that Node 12 reads', () => {
    expect(guard('./main.mjs')).not.toMatch(/\?\.|\?\?|\bawait\b|#\w+\s*[=(]|\bstatic\s*\{/)
  })
})
