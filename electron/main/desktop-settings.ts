import { readFileSync, renameSync, writeFileSync } from 'node:fs'

/** Settings of this machine. They lie beside the window's place, not in the workspace, which may move to another one. */
export interface DesktopSettings {
  readonly stayInTray: boolean
}

const usual: DesktopSettings = { stayInTray: false }

/** What was kept; the usual where there is nothing that can be read. */
export function readDesktopSettings(file: string): DesktopSettings {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof kept !== 'object' || kept === null || !('stayInTray' in kept)) return usual
    return { stayInTray: kept.stayInTray === true }
  } catch {
    return usual
  }
}

/** Keeps the settings, for their owner only. Throws what the file system says. */
export function keepDesktopSettings(file: string, settings: DesktopSettings): void {
  writeFileSync(`${file}.new`, JSON.stringify(settings), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
