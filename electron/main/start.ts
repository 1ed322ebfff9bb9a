import { join } from 'node:path'
import { app, dialog, ipcMain, Menu, powerMonitor, protocol, session, shell } from 'electron'
import { channels } from '../../shared/contract/channels.ts'
import { desktopText } from '../../shared/text/menu.ts'
import { createChanges } from '../rpc/changes.ts'
import { createDispatch } from '../rpc/dispatch.ts'
import { openLog } from '../workspace/log.ts'
import { openDesk } from '../workspace/open-desk.ts'
import { openAssets } from '../workspace/page/assets.ts'
import { programVersion, rendererFolder } from '../workspace/program.ts'
import { appAddress } from './address.ts'
import { addressInArguments, addressOfLink, linkScheme } from './deep-link.ts'
import { keepDoorsShut } from './doors.ts'
import { createExternal } from './external.ts'
import { answerIpc } from './ipc.ts'
import { markRun } from './last-run.ts'
import { menuTemplate } from './menu.ts'
import { holdInPlace } from './navigation.ts'
import { serveApp } from './protocol.ts'
import { drainBeforeQuit } from './quit.ts'
import { limitSession } from './session-rules.ts'
import { openTray } from './tray.ts'
import { onWake } from './wake.ts'
import { keepWindow } from './window-keeper.ts'

/** Brings the app up in this process, which holds the lock on the data folder. */
export async function start(dataFolder: string): Promise<void> {
  const log = openLog(dataFolder)
  const openExternal = createExternal(shell, log)
  const changes = createChanges()
  const own = (file: string) => join(dataFolder, 'desktop', file)
  const run = markRun(own('running'), process.pid)
  const windows = keepWindow({ stateFile: own('window.json'), devTools: !app.isPackaged }, log)
  const showLink = (address: string | null) => windows.show(address ?? undefined)

  // A Mac hands a link over by an event, and before anything else if that is what the app was started for.
  let linked = addressInArguments(process.argv)
  app.on('open-url', (event, link) => {
    event.preventDefault()
    linked = addressOfLink(link)
    if (app.isReady()) showLink(linked)
  })
  app.on('web-contents-created', (_event, contents) => holdInPlace(contents, openExternal))
  keepDoorsShut(app, log)
  await app.whenReady()
  if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme)
  limitSession(session.defaultSession)
  serveApp(protocol, await openAssets(rendererFolder))

  // The window loads while the workspace opens; what it asks in the meantime waits here.
  const version = programVersion()
  const options = { folder: dataFolder, kind: 'real', host: 'electron', version, log, onChange: changes.emit } as const
  const desk = openDesk(options)
  const opened = desk.then(({ handlers }) => createDispatch(handlers, log))
  const dispatch = async (name: string, inputJson: string) => (await opened)(name, inputJson)
  answerIpc(ipcMain, windows.isOurs, dispatch, log)
  changes.subscribe((event) => windows.send(channels.change, JSON.stringify(event)))
  drainBeforeQuit(app, async () => {
    await (await desk).close()
    run.clear()
  })

  app.on('second-instance', (_event, args) => showLink(addressInArguments(args)))
  app.on('activate', () => windows.show())
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  const open = (hash: string) => windows.show(hash === '' ? undefined : `${appAddress}${hash}`)
  const isMac = process.platform === 'darwin'
  const revealData = () => void shell.openPath(dataFolder)
  const menu = menuTemplate({ isMac, developing: !app.isPackaged, openExternal, revealData, open })
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu))
  const refreshTray = openTray(dispatch, { open, quit: () => app.quit() })
  changes.subscribe(refreshTray)
  // Settings are what everything due is judged by: this hint has all of it fetched and judged again.
  const wake = () => {
    changes.emit({ topic: 'settings', sequence: 0, ids: [] })
    void desk.then((opened) => opened.wake())
  }
  onWake(powerMonitor, { wall: () => Date.now(), steady: () => performance.now() }, wake)

  showLink(linked)
  await desk
  refreshTray()
  if (run.endedBadly) await tellOfLastRun(join(dataFolder, 'logs', 'casebook.log'))

  async function tellOfLastRun(logFile: string): Promise<void> {
    log.error('app.ended-badly')
    const { message, detail, showLog, goOn } = desktopText.endedBadly
    const { response } = await dialog.showMessageBox({
      type: 'warning',
      message,
      detail,
      buttons: [goOn, showLog],
      defaultId: 0,
      cancelId: 0,
    })
    if (response === 1) shell.showItemInFolder(logFile)
  }
}
