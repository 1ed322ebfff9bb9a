import { fileURLToPath } from 'node:url'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import { keepWindowState, placeWindow, readWindowState, smallest } from './window-state.ts'

/** Beside the built main entry: `dist/main/main.mjs`, `dist/preload/preload.cjs`. */
const preload = fileURLToPath(new URL('../preload/preload.cjs', import.meta.url))

export interface WindowOptions {
  readonly stateFile: string
  /** DevTools are for developing: a packaged app has none. */
  readonly devTools: boolean
}

/** Opens the window on an address of the app, where it was last, and shows it once there is something to see. */
export function openWindow({ stateFile, devTools }: WindowOptions, address: string): BrowserWindow {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id)
  const state = placeWindow(
    readWindowState(stateFile),
    [primary, ...others].map((display) => display.workArea),
  )
  const window = new BrowserWindow({
    ...state.bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'MSP Casebook',
    // Until the page has painted: no white flash in the dark.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#13161b' : '#f4f5f8',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools,
    },
  })
  if (state.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    keepWindowState(stateFile, { bounds: window.getNormalBounds(), maximized: window.isMaximized() })
  })
  void window.loadURL(address)
  return window
}
