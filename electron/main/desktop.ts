import { refuse } from '../../shared/domain/refusal.ts'
import { CasebookError } from '../services/casebook-error.ts'
import type { Desktop } from '../services/desktop-port.ts'
import type { Chooser } from './chooser.ts'
import { type DesktopSettings, keepDesktopSettings, readDesktopSettings } from './desktop-settings.ts'
import type { LoginItem } from './login-item.ts'

export interface DesktopParts {
  readonly settingsFile: string
  readonly login: LoginItem
  reveal(path: string): void
  dragOut(path: string): void
  takeHanded(): string | null
  readonly chooser: Chooser
}

/** The desktop around the window, as the page's operations reach it. */
export function createDesktop({ settingsFile, login, reveal, dragOut, takeHanded, chooser }: DesktopParts): Desktop & {
  settings(): DesktopSettings
} {
  let settings = readDesktopSettings(settingsFile)
  return {
    settings: () => settings,
    view: () => ({
      startAtLogin: { can: login.can, on: login.isOn() },
      stayInTray: settings.stayInTray,
      updates: 'off',
    }),
    set({ startAtLogin, stayInTray }) {
      if (startAtLogin !== undefined) {
        if (!login.can) throw new CasebookError(refuse('host.no-login-item', {}, 'startAtLogin'))
        login.set(startAtLogin)
      }
      if (stayInTray !== undefined) {
        keepDesktopSettings(settingsFile, { stayInTray })
        settings = { stayInTray }
      }
    },
    reveal,
    dragOut,
    takeHanded,
    ...chooser,
  }
}
