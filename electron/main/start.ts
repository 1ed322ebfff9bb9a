import { join } from 'node:path'
import { app, type BrowserWindow, ipcMain, Menu, protocol, session, shell } from 'electron'
import { channels } from '../../shared/contract/channels.ts'
import { createChanges } from '../rpc/changes.ts'
import { createDispatch } from '../rpc/dispatch.ts'
import { openLog } from '../workspace/log.ts'
import { openDesk } from '../workspace/open-desk.ts'
import { openAssets } from '../workspace/page/assets.ts'
import { programVersion, rendererFolder } from '../workspace/program.ts'
import { createExternal } from './external.ts'
import { answerIpc } from './ipc.ts'
import { menuTemplate } from './menu.ts'
import { holdInPlace } from './navigation.ts'
import { serveApp } from './protocol.ts'
import { drainBeforeQuit } from './quit.ts'
import { limitSession } from './session-rules.ts'
import { openWindow } from './window.ts'

/** Brings the app up in this process, which holds the lock on the data folder. */
export async function start(dataFolder: string): Promise<void> {
  const log = openLog(dataFolder)
  const openExternal = createExternal(shell, log)
  const changes = createChanges()
  let window: BrowserWindow | null = null

  app.on('web-contents-created', (_event, contents) => holdInPlace(contents, openExternal))
  await app.whenReady()
  limitSession(session.defaultSession)
  serveApp(protocol, await openAssets(rendererFolder))

  // The window loads while the workspace opens; what it asks in the meantime waits here.
  const version = programVersion()
  const options = { folder: dataFolder, kind: 'real', host: 'electron', version, log, onChange: changes.emit } as const
  const desk = openDesk(options)
  const dispatch = desk.then(({ handlers }) => createDispatch(handlers, log))
  const isOurs = (contents: Electron.WebContents) => window?.webContents === contents
  answerIpc(ipcMain, isOurs, async (name, inputJson) => (await dispatch)(name, inputJson), log)
  changes.subscribe((event) => window?.webContents.send(channels.change, JSON.stringify(event)))
  drainBeforeQuit(app, async () => (await desk).close())

  const show = () => {
    if (window === null) {
      window = openWindow({ stateFile: join(dataFolder, 'desktop', 'window.json'), devTools: !app.isPackaged })
      window.once('closed', () => {
        window = null
      })
    }
    if (window.isMinimized()) window.restore()
    window.focus()
  }
  app.on('second-instance', show)
  app.on('activate', show)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate({
        isMac: process.platform === 'darwin',
        developing: !app.isPackaged,
        openExternal,
        revealData: () => void shell.openPath(dataFolder),
      }),
    ),
  )
  show()
  await desk
}
