import type { EventEmitter } from 'node:events'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Bridge } from '../../../../shared/contract/bridge.ts'
import { channels } from '../../../../shared/contract/channels.ts'
import { contract } from '../../../../shared/contract/index.ts'

const electron = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  invoked: [] as unknown[][],
  heard: null as unknown,
}))

vi.mock('electron', async () => {
  const { EventEmitter } = await import('node:events')
  const events = new EventEmitter()
  electron.heard = events
  const invoke = async (...payload: unknown[]) => {
    electron.invoked.push(payload)
    return '{"ok":true}'
  }
  return {
    contextBridge: { exposeInMainWorld: (name: string, api: unknown) => electron.exposed.set(name, api) },
    ipcRenderer: Object.assign(events, { invoke }),
  }
})

await import('../../../../electron/preload/preload.ts')
const bridge = electron.exposed.get('casebook') as Bridge
const host = electron.heard as EventEmitter

beforeEach(() => electron.invoked.splice(0))

it('gives the page two functions, and nothing else of Electron', () => {
  expect([...electron.exposed.keys()]).toEqual(['casebook'])
  expect(Object.keys(bridge).sort()).toEqual(['onChange', 'send'])
})

it('sends every declared operation, as text on one channel', async () => {
  for (const name of Object.keys(contract)) expect(await bridge.send(name, '{}')).toBe('{"ok":true}')
  expect(electron.invoked).toEqual(Object.keys(contract).map((name) => [channels.send, name, '{}']))
})

it.each(['case.erase', 'constructor', '__proto__', 'toString', '', channels.send])('sends no “%s”', async (name) => {
  await expect(bridge.send(name, '{}')).rejects.toThrow('Not a declared operation.')
  expect(electron.invoked).toEqual([])
})

it.each([[['case.get']], [null], [{ toString: (): string => 'case.get' }]])(
  'sends no name that is not text: %j',
  async (name) => {
    await expect(bridge.send(name as unknown as string, '{}')).rejects.toThrow('Not a declared operation.')
    expect(electron.invoked).toEqual([])
  },
)

it('sends no input that is not text', async () => {
  await expect(bridge.send('case.get', {} as unknown as string)).rejects.toThrow('Input is JSON text.')
  expect(electron.invoked).toEqual([])
})

it('hands on change events without Electron’s own, until the listener stops', () => {
  const heard: unknown[][] = []
  const stop = bridge.onChange((...all) => heard.push(all))
  host.emit(channels.change, { sender: 'of Electron' }, '{"topic":"cases"}')
  stop()
  host.emit(channels.change, {}, '{}')
  expect(heard).toEqual([['{"topic":"cases"}']])
  expect(() => bridge.onChange('no function' as unknown as () => void)).toThrow('A listener is a function.')
})
