import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import { channels } from '../../shared/contract/channels.ts'
import type { Dispatch } from '../rpc/dispatch.ts'
import type { Log } from '../services/ports.ts'
import { isInApp } from './address.ts'

/** Names are short; this bounds what the log of a refused call could be made to hold. */
const LONGEST_NAME = 64

/** Takes operations from our own window, and from nothing else that can reach the channel. */
export function answerIpc(
  ipcMain: Pick<IpcMain, 'handle'>,
  isOurs: (contents: WebContents) => boolean,
  dispatch: Dispatch,
  log: Log,
): void {
  ipcMain.handle(channels.send, (event, ...payload: unknown[]) => {
    const [name, inputJson] = payload
    if (!isOurSender(event, isOurs)) {
      log.error('ipc.sender', { url: event.senderFrame?.url.slice(0, 200) ?? 'gone' })
      throw new Error('Refused.')
    }
    // How large an input may be is the dispatch's to say, the same on every transport.
    if (
      payload.length !== 2 ||
      typeof name !== 'string' ||
      typeof inputJson !== 'string' ||
      name.length > LONGEST_NAME
    ) {
      log.error('ipc.payload', { arguments: payload.length })
      throw new Error('Refused.')
    }
    return dispatch(name, inputJson)
  })
}

/** The main frame of a window of ours, still showing the app. */
function isOurSender(event: IpcMainInvokeEvent, isOurs: (contents: WebContents) => boolean): boolean {
  const { sender, senderFrame } = event
  return isOurs(sender) && senderFrame !== null && senderFrame === sender.mainFrame && isInApp(senderFrame.url)
}
