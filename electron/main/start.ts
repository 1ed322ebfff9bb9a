import { join } from 'node:path'
import type { NotificationConstructorOptions as NotificationOptions } from 'electron'
import { app, dialog, ipcMain, Menu, Notification, powerMonitor, protocol, session, shell } from 'electron'
import { channels } from '../../shared/contract/channels.ts'
import { desktopText } from '../../shared/text/menu.ts'
import { createChanges } from '../rpc/changes.ts'
import { createDispatch } from '../rpc/dispatch.ts'
import { keepMemoryLean } from '../workspace/lean-memory.ts'
import { openLog } from '../workspace/log.ts'
import { openDesk } from '../workspace/open-desk.ts'
import { openAssets } from '../workspace/page/assets.ts'
import { programVersion, rendererFolder } from '../workspace/program.ts'
import { appAddress } from './address.ts'
import { createChooser } from './chooser.ts'
import { addressInArguments, addressOfLink, linkScheme } from './deep-link.ts'
import { createDesktop } from './desktop.ts'
import { keepDoorsShut } from './doors.ts'
import { createExternal } from './external.ts'
import { createHandedFiles, fileInArguments, importHash } from './handed-file.ts'
import { answerIpc } from './ipc.ts'
import { markRun } from './last-run.ts'
import { installedProgram, loginItem, wasOpenedAtLogin } from './login-item.ts'
import { menuTemplate } from './menu.ts'
import { holdInPlace } from './navigation.ts'
import { createNotifier } from './notifications.ts'
import { serveApp } from './protocol.ts'
import { drainBeforeQuit } from './quit.ts'
import { limitSession } from './session-rules.ts'
import { openTray } from './tray.ts'
import { onWake } from './wake.ts'
import { keepWindow } from './window-keeper.ts'

/** What the packages are called, on Windows also the sender of notifications. */
export const appId = 'app.msp-casebook'

/**
 * Brings the app up in this process, which holds the lock on the data folder.
 * @param isUsualFolder whether a start without arguments would open the same one
 */
export async function start(dataFolder: string, isUsualFolder: boolean): Promise<void> {
  const log = openLog(dataFolder)
  const openExternal = createExternal(shell, log)
  const changes = createChanges()
  const own = (file: string) => join(dataFolder, 'desktop', file)
  const run = markRun(own('running'), process.pid)
  const windows = keepWindow({ stateFile: own('window.json'), devTools: !app.isPackaged }, log)
  const { platform } = process
  const open = (hash: string) => windows.show(hash === '' ? undefined : `${appAddress}${hash}`)
  const showLink = (address: string | null) => windows.show(address ?? undefined)
  const handed = createHandedFiles()
  const showHanded = () => {
    open(importHash)
    // A page that stands there already asks anew.
    changes.emit({ topic: 'host', sequence: 0, ids: [] })
  }

  // A Mac hands links and files over by events, and before anything else if that is what the app was started for.
  let linked = addressInArguments(process.argv)
  let isHanded = handed.hand(fileInArguments(process.argv, process.cwd()))
  app.on('open-url', (event, link) => {
    event.preventDefault()
    linked = addressOfLink(link)
    if (app.isReady()) showLink(linked)
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    isHanded = handed.hand(path)
    if (isHanded && app.isReady()) showHanded()
  })
  app.on('web-contents-created', (_event, contents) => holdInPlace(contents, openExternal))
  keepDoorsShut(app, log)
  await app.whenReady()
  if (platform === 'win32') app.setAppUserModelId(appId)
  if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme)
  limitSession(session.defaultSession)
  serveApp(protocol, await openAssets(rendererFolder))

  // The window loads while the workspace opens; what it asks in the meantime waits here.
  const version = programVersion()
  const program = isUsualFolder ? installedProgram(process.execPath, process.env) : null
  const desktop = createDesktop({
    settingsFile: own('settings.json'),
    login: loginItem({ app, platform, program }),
    reveal: (path) => shell.showItemInFolder(path),
    dragOut: windows.startDrag,
    takeHanded: handed.take,
    chooser: createChooser(dialog, windows.current),
  })
  const maker = {
    isSupported: () => Notification.isSupported(),
    create: (one: NotificationOptions) => new Notification(one),
  }
  const notifier = createNotifier(maker, { isInFront: windows.isInFront, open })
  // Shown, not opened: what the system takes for a program would be started.
  const showFolder = (folder: string) => shell.showItemInFolder(folder)
  const beside = { desktop, notifier, showFolder, version, log, onChange: changes.emit }
  const desk = openDesk({ folder: dataFolder, kind: 'real', host: 'electron', ...beside })
  const opened = desk.then(({ handlers }) => createDispatch(handlers, log))
  keepMemoryLean()
  const dispatch = async (name: string, inputJson: string) => (await opened)(name, inputJson)
  answerIpc(ipcMain, windows.isOurs, dispatch, log)
  changes.subscribe((event) => windows.send(channels.change, JSON.stringify(event)))
  drainBeforeQuit(app, async () => {
    await (await desk).close()
    run.clear()
  })

  app.on('second-instance', (_event, args, folder) => {
    if (handed.hand(fileInArguments(args, folder))) showHanded()
    else showLink(addressInArguments(args))
  })
  app.on('activate', () => windows.show())
  app.on('window-all-closed', () => {
    if (platform !== 'darwin' && !desktop.settings().stayInTray) app.quit()
  })
  const isMac = platform === 'darwin'
  const revealData = () => showFolder(dataFolder)
  const menu = menuTemplate({ isMac, developing: !app.isPackaged, openExternal, revealData, open })
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu))
  const refreshTray = openTray(dispatch, { open, quit: () => app.quit(), badge: windows.badge })
  changes.subscribe(refreshTray)
  // Settings are what everything due is judged by: this hint has all of it fetched and judged again.
  const wake = () => {
    changes.emit({ topic: 'settings', sequence: 0, ids: [] })
    void desk.then((opened) => opened.wake())
  }
  onWake(powerMonitor, { wall: () => Date.now(), steady: () => performance.now() }, wake)

  if (isHanded) open(importHash)
  // At login the app comes up in the tray, where it may stay there; whoever wants its window has it by a click.
  else if (!desktop.settings().stayInTray || !wasOpenedAtLogin(app, process.argv, platform)) showLink(linked)
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
