import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import { expect, it } from 'vitest'
import { answerIpc } from '../../../../electron/main/ipc.ts'
import { channels } from '../../../../shared/contract/channels.ts'
import { testLog } from '../../../support/desk.ts'

const main = { url: 'app://casebook/index.html#/cases' }
const ours = { mainFrame: main } as WebContents

function setUp() {
  const asked: string[] = []
  const log = testLog()
  let take: (event: IpcMainInvokeEvent, ...payload: unknown[]) => unknown = () => {}
  const ipcMain = {
    handle: (channel: string, listener: typeof take) => {
      expect(channel).toBe(channels.send)
      take = listener
    },
  }
  const dispatch = async (name: string, input: string) => {
    asked.push(`${name} ${input}`)
    return '{"ok":true}'
  }
  answerIpc(ipcMain as unknown as IpcMain, (contents) => contents === ours, dispatch, log)
  const send = (event: object, ...payload: unknown[]) => take(event as IpcMainInvokeEvent, ...payload)
  return { asked, log, send }
}

it('answers the main frame of our window', async () => {
  const { asked, send } = setUp()
  expect(await send({ sender: ours, senderFrame: main }, 'case.get', '{}')).toBe('{"ok":true}')
  expect(asked).toEqual(['case.get {}'])
})

it.each([
  ['another frame of our window', { sender: ours, senderFrame: { url: 'app://casebook/' } }],
  ['a frame that is gone', { sender: ours, senderFrame: null }],
  ['a window that is not ours', { sender: { mainFrame: main }, senderFrame: main }],
])('refuses %s', (_who, event) => {
  const { asked, log, send } = setUp()
  expect(() => send(event, 'case.get', '{}')).toThrow('Refused.')
  expect(asked).toEqual([])
  expect(log.lines).toMatchObject([{ event: 'ipc.sender' }])
})

it.each([
  'https://casebook/',
  'app://casebook.attacker.example/',
  'app://other/',
  'app://user@casebook/',
  'file:///casebook/index.html',
  'about:blank',
  'data:text/html,app://casebook/',
  '',
])('refuses our window once it shows “%s”', (url) => {
  const { asked, send } = setUp()
  const frame = { url }
  expect(() => send({ sender: { mainFrame: frame } as WebContents, senderFrame: frame }, 'case.get', '{}')).toThrow()
  Object.assign(ours, { mainFrame: frame })
  expect(() => send({ sender: ours, senderFrame: frame }, 'case.get', '{}')).toThrow('Refused.')
  Object.assign(ours, { mainFrame: main })
  expect(asked).toEqual([])
})

it.each([
  ['nothing', []],
  ['no input', ['case.get']],
  ['more than asked for', ['case.get', '{}', 'more']],
  ['an object for a name', [{ toString: () => 'case.get' }, '{}']],
  ['an object for the input', ['case.get', {}]],
  ['a name without end', ['x'.repeat(65), '{}']],
])('refuses a payload of %s', (_what, payload) => {
  const { asked, log, send } = setUp()
  expect(() => send({ sender: ours, senderFrame: main }, ...payload)).toThrow('Refused.')
  expect(asked).toEqual([])
  expect(log.lines).toMatchObject([{ event: 'ipc.payload' }])
})
