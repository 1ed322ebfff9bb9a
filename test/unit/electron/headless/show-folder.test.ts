import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { showFolder } from '../../../../electron/headless/show-folder.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

/** Programs of these names come first in the path, and write down what they are given. */
function recording(...names: readonly string[]) {
  const folder = temporaryFolder()
  const said = join(folder, 'said')
  for (const name of names) {
    const script = `#!/bin/sh\nprintf '%s\\n' "$(basename "$0")" "$@" > '${said}.part' && mv '${said}.part' '${said}'\n`
    writeFileSync(join(folder, name), script, { mode: 0o755 })
  }
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env.PATH}`)
  return async () => {
    await vi.waitFor(() => expect(existsSync(said)).toBe(true), { timeout: 10_000 })
    return readFileSync(said, 'utf8').trimEnd().split('\n')
  }
}

test.runIf(process.platform !== 'win32')(
  'on a Mac a folder that is an application is shown where it lies, and not run',
  async () => {
    const said = recording('open')
    showFolder('/Users/ana/Calculator.app', 'darwin')
    expect(await said()).toEqual(['open', '-R', '/Users/ana/Calculator.app'])
  },
)

test.runIf(process.platform !== 'win32').each([
  ['linux', 'xdg-open'],
  ['win32', 'explorer.exe'],
] as const)('on %s it is a folder of the file manager, as one argument', async (platform, program) => {
  const said = recording('open', 'xdg-open', 'explorer.exe', 'rundll32')
  showFolder('/home/ana/my data; open x', platform)
  expect(await said()).toEqual([program, '/home/ana/my data; open x'])
})

test('where there is no file manager nothing is thrown', async () => {
  vi.stubEnv('PATH', temporaryFolder())
  showFolder('/home/ana', 'linux')
  await new Promise((resolve) => setImmediate(resolve))
})
