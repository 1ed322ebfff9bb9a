import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { App } from 'electron'

/** The argument that the system starts the app with at login, so that it may stay in the tray. */
const atLogin = '--at-login'

export interface LoginItem {
  /** False where the system, or the way the app was installed, has no such thing. */
  readonly can: boolean
  isOn(): boolean
  set(on: boolean): void
}

export interface LoginItemOptions {
  readonly app: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings' | 'getPath' | 'isPackaged'>
  readonly platform: NodeJS.Platform
  /** The program as it was installed; a portable one has no lasting place. Null there. */
  readonly program: string | null
}

/** Starting at login: the system's own list on macOS and Windows, an entry of the desktop's on Linux. */
export function loginItem({ app, platform, program }: LoginItemOptions): LoginItem {
  if (!app.isPackaged || program === null) return none
  if (platform === 'linux')
    return autostartEntry(join(app.getPath('appData'), 'autostart', 'msp-casebook.desktop'), program)
  const options = platform === 'win32' ? { path: program, args: [atLogin] } : {}
  return {
    can: platform === 'win32' || platform === 'darwin',
    isOn: () => app.getLoginItemSettings(options).openAtLogin,
    set: (on) => app.setLoginItemSettings({ ...options, openAtLogin: on }),
  }
}

/** Whether the system started the app at login, and nobody asked for its window. */
export function wasOpenedAtLogin(
  app: Pick<App, 'getLoginItemSettings'>,
  args: readonly string[],
  platform: NodeJS.Platform,
): boolean {
  return args.includes(atLogin) || (platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin)
}

/** The installed program: an AppImage runs from a folder that is another one each time, a portable one from a temporary. */
export function installedProgram(execPath: string, env: NodeJS.ProcessEnv): string | null {
  if (env.PORTABLE_EXECUTABLE_FILE !== undefined) return null
  return env.APPIMAGE ?? execPath
}

const none: LoginItem = { can: false, isOn: () => false, set: () => {} }

/** XDG autostart: the desktop starts what lies in this folder. */
function autostartEntry(file: string, program: string): LoginItem {
  return {
    can: true,
    isOn: () => existsSync(file),
    set(on) {
      if (!on) return rmSync(file, { force: true })
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
      writeFileSync(file, entryText(program), { mode: 0o600 })
    },
  }
}

/** Quoted as the desktop entry specification says: escaped inside quotes first, then once more as a value. */
export function entryText(program: string): string {
  if (/[\r\n]/.test(program)) throw new Error('A program whose path has a line break is not started at login.')
  const quoted = `"${program.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`.replaceAll('\\', '\\\\')
  return `[Desktop Entry]\nType=Application\nName=MSP Casebook\nExec=${quoted} ${atLogin}\nTerminal=false\n`
}
