import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { builtPages, testHost } from '../../support/headless.ts'

const program = fileURLToPath(new URL('../../support/serve-program.ts', import.meta.url))
let folder: string
const started: ChildProcess[] = []

beforeEach(async () => {
  folder = await builtPages()
})
afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
  await rm(folder, { recursive: true })
})

function start(pages = join(folder, 'inside'), port = 0, data = join(folder, 'data')) {
  const env = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', CI: '1' }
  const args = [program, data, pages, String(port)]
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  started.push(child)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return { child, line: async () => String((await lines.next()).value), exit: once(child, 'exit') }
}

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'prints one address, serves, and at %s closes the desk and ends well',
  async (signal) => {
    const { child, line, exit } = start()
    const printed = await line()
    expect(printed).toMatch(/^MSP Casebook is open at http:\/\/127\.0\.0\.1:\d+\/enter\/[\w-]{43}$/)
    const entered = await fetch(printed.split(' ').at(-1) ?? '', { redirect: 'manual' })
    expect(entered.status).toBe(303)
    child.kill(signal)
    expect(await line()).toBe('The desk is closed.')
    expect(await exit).toEqual([0, null])
  },
)

it('keeps a log in the data folder, without the key', async () => {
  const { child, line, exit } = start()
  const printed = await line()
  child.kill('SIGTERM')
  await exit
  const log = await readFile(join(folder, 'data', 'logs', 'casebook.log'), 'utf8')
  expect(log).toContain('headless.open')
  expect(log).toContain('headless.closed')
  expect(log).not.toContain(printed.split('/enter/')[1])
})

it('says that the port is taken, and leaves no desk open', async () => {
  await using other = await testHost()
  const { line, exit } = start(undefined, other.port)
  expect(await line()).toBe('host.port-taken true')
  expect(await exit).toEqual([1, null])
})

it('says that the pages are not built', async () => {
  await mkdir(join(folder, 'empty'))
  const { line, exit } = start(join(folder, 'empty'))
  expect(await line()).toBe('host.not-built false')
  expect(await exit).toEqual([1, null])
})

it('says that the data folder cannot be used', async () => {
  await writeFile(join(folder, 'file'), '')
  const { line, exit } = start(undefined, 0, join(folder, 'file', 'data'))
  expect(await line()).toBe('host.folder false')
  expect(await exit).toEqual([1, null])
})
