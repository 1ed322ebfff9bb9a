import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { app, dialog, protocol } from 'electron'
import { desktopText } from '../../shared/text/menu.ts'
import { defaultDataFolder } from '../workspace/data-folder.ts'
import { appScheme } from './address.ts'
import { refusedSwitch } from './debug-switches.ts'
import { start } from './start.ts'

// What has to be said before Electron is ready, and cannot be taken back after.
app.enableSandbox()
protocol.registerSchemesAsPrivileged([appScheme])

const chosen = chosenFolder()
const dataFolder = chosen ?? defaultDataFolder(process.platform, process.env, homedir())
const chromiumFolder = join(dataFolder, 'desktop')
mkdirSync(chromiumFolder, { recursive: true, mode: 0o700 })
// Chromium's own files lie in a folder of their own, and the lock with them: one process for each data folder.
app.setPath('userData', chromiumFolder)

const refused = refusedSwitch(app.commandLine, app.isPackaged)
if (refused !== null) {
  dialog.showErrorBox(desktopText.debugSwitch.title, desktopText.debugSwitch.text(refused))
  app.exit(1)
} else if (app.requestSingleInstanceLock()) {
  start(dataFolder, chosen === null).catch((error: unknown) => {
    dialog.showErrorBox('MSP Casebook', error instanceof Error ? error.message : String(error))
    app.exit(1)
  })
} else {
  app.quit()
}

/** `--data-dir DIR`. Chromium has many switches of its own, so unknown ones are left alone. */
function chosenFolder(): string | null {
  const { values } = parseArgs({
    args: process.argv.slice(1),
    strict: false,
    options: { 'data-dir': { type: 'string' } },
  })
  const folder = values['data-dir']
  return typeof folder === 'string' ? resolve(folder) : null
}
