/**
 * The double of the module `electron`: what our main process imports of it, and no more. A name that is missing here
 * fails the load of the app; a member that is missing fails its use, by name.
 */
export { app } from './app.ts'
export { BrowserWindow } from './browser-window.ts'
export {
  dialog,
  ipcMain,
  Menu,
  Notification,
  nativeImage,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  Tray,
} from './parts.ts'
