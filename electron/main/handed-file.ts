import { isAbsolute, resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** The screen that a handover file is taken over on; it asks for the file by itself. */
export const importHash = '#/exchange/handover'

/** A file that the app was opened with, until it is asked for. Only its path is held, and it leaves this process never. */
export interface HandedFiles {
  /** Whether it is one for us; one more takes the place of one that nobody asked for. */
  hand(path: string | null): boolean
  take(): string | null
}

export function createHandedFiles(): HandedFiles {
  let held: string | null = null
  return {
    hand(path) {
      if (path === null || !isHandover(path) || !isAbsolute(path)) return false
      held = path
      return true
    },
    take() {
      const taken = held
      held = null
      return taken
    },
  }
}

/** The handover file among a program's arguments, as Windows and Linux hand it over; null where there is none. */
export function fileInArguments(args: readonly string[], folder: string): string | null {
  const options = { 'data-dir': { type: 'string' } } as const
  const { positionals } = parseArgs({ args: args.slice(1), strict: false, allowPositionals: true, options })
  const file = positionals.find(isHandover)
  return file === undefined ? null : resolve(folder, file)
}

const isHandover = (path: string) => /\.casebook$/i.test(path) && !path.includes('\0')
