import type { WebContents } from 'electron'
import { type BrowserWindow, dialog } from 'electron'
import { desktopText } from '../../shared/text/menu.ts'
import type { Log } from '../services/ports.ts'
import { appAddress } from './address.ts'
import { recoverPage } from './recovery.ts'
import { openWindow, type WindowOptions } from './window.ts'

/** The app's one window, while there is one. */
export interface WindowKeeper {
  /** Brings the window to the front, opening it where it is gone; with an address, shows that screen. */
  show(address?: string): void
  isOurs(contents: WebContents): boolean
  send(channel: string, text: string): void
}

export function keepWindow(options: WindowOptions, log: Log): WindowKeeper {
  let window: BrowserWindow | null = null

  function open(address: string): BrowserWindow {
    const opened = openWindow(options, address)
    window = opened
    opened.once('closed', () => {
      window = null
    })
    recoverPage(
      opened.webContents,
      log,
      () => performance.now(),
      () => {
        dialog.showErrorBox(desktopText.pageKeepsFailing.title, desktopText.pageKeepsFailing.text)
        opened.close()
      },
    )
    return opened
  }

  return {
    show(address) {
      if (window === null) return void open(address ?? appAddress).focus()
      // A change of the fragment is all this can be: the page stays, and goes to the screen as by a link of its own.
      if (address !== undefined && window.webContents.getURL() !== address) void window.loadURL(address)
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
    isOurs: (contents) => window?.webContents === contents,
    send: (channel, text) => window?.webContents.send(channel, text),
  }
}
