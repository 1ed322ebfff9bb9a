import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import { startHeadless } from '../../electron/headless/server.ts'
import { answerIpc } from '../../electron/main/ipc.ts'
import { createChanges } from '../../electron/rpc/changes.ts'
import { createDispatch } from '../../electron/rpc/dispatch.ts'
import { openAssets } from '../../electron/workspace/page/assets.ts'
import { channels } from '../../shared/contract/channels.ts'
import { type TestDesk, testDesk, testLog } from './desk.ts'

/** One way to reach a desk, as the code at its far end uses it. */
export interface Side extends AsyncDisposable {
  send(name: string, inputJson: string): Promise<string>
  /** Operations that reached the desk. */
  reached(): string[]
}

export interface Transport {
  readonly name: string
  open(): Promise<Side>
}

function sideOf(desk: TestDesk, send: Side['send'], dispose: () => Promise<void> = async () => {}): Side {
  return {
    send,
    reached: () => desk.reached.map(({ name }) => name),
    [Symbol.asyncDispose]: dispose,
  }
}

/** The contract holds on each of them alike. */
export const transports: readonly Transport[] = [
  {
    name: 'a call in the process',
    open: async () => {
      const desk = testDesk()
      return sideOf(desk, createDispatch(desk.handlers, testLog()))
    },
  },
  {
    name: 'HTTP',
    open: async () => {
      const desk = testDesk()
      const folder = await mkdtemp(join(tmpdir(), 'casebook-'))
      await writeFile(join(folder, 'index.html'), '<!doctype html>')
      const assets = await openAssets(folder)
      const host = await startHeadless({ desk, changes: createChanges(), assets, log: testLog() })
      const entered = await fetch(host.url, { redirect: 'manual' })
      const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
      const headers = { cookie, origin: host.origin, 'content-type': 'application/json' }
      const send = async (name: string, body: string) =>
        (await fetch(`${host.origin}/rpc/${name}`, { method: 'POST', headers, body })).text()
      return sideOf(desk, send, async () => {
        await host.close()
        await rm(folder, { recursive: true })
      })
    },
  },
  {
    name: 'Electron’s IPC',
    open: async () => {
      const desk = testDesk()
      const handlers = new Map<string, Parameters<IpcMain['handle']>[1]>()
      const ipcMain = {
        handle: (channel: string, handler: Parameters<IpcMain['handle']>[1]) => handlers.set(channel, handler),
      }
      const frame = { url: 'app://casebook/' }
      const contents = { mainFrame: frame } as WebContents
      const event = { sender: contents, senderFrame: frame } as IpcMainInvokeEvent
      const dispatch = createDispatch(desk.handlers, testLog())
      answerIpc(ipcMain as unknown as IpcMain, (sender) => sender === contents, dispatch, testLog())
      return sideOf(desk, async (name, inputJson) => handlers.get(channels.send)?.(event, name, inputJson))
    },
  },
]
