import type { WebContents } from 'electron'
import { app, type BrowserWindow, dialog } from 'electron'
import { desktopText, trayText } from '../../shared/text/menu.ts'
import type { Log } from '../services/ports.ts'
import { appAddress } from './address.ts'
import { dotImage, dragImage } from './images.ts'
import { recoverPage } from './recovery.ts'
import { openWindow, type WindowOptions } from './window.ts'

/** The app's one window, while there is one. */
export interface WindowKeeper {
  /** Brings the window to the front, opening it where it is gone; with an address, shows that screen. */
  show(address?: string): void
  /** Null while there is none. */
  current(): BrowserWindow | null
  isOurs(contents: WebContents): boolean
  send(channel: string, text: string): void
  /** Whether somebody is looking at it. */
  isInFront(): boolean
  /** Lets a file be dragged out of it, by the drag that a page has just begun. */
  startDrag(file: string): void
  /** How much somebody has to act on: a number on the dock of macOS and Unity, a dot on the taskbar of Windows. */
  badge(count: number): void
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
    current: () => window,
    isOurs: (contents) => window?.webContents === contents,
    send: (channel, text) => window?.webContents.send(channel, text),
    isInFront: () => window?.isFocused() ?? false,
    startDrag: (file) => window?.webContents.startDrag({ file, icon: dragImage() }),
    badge(count) {
      if (process.platform === 'win32') {
        window?.setOverlayIcon(count === 0 ? null : dotImage(), count === 0 ? '' : trayText.badge(count))
      } else {
        app.setBadgeCount(count)
      }
    },
  }
}
