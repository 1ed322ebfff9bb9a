import { refuse } from '../../shared/domain/refusal.ts'
import { StoreFault } from '../services/store-fault.ts'

/** Windows keeps these for devices, with any extension and in any case. */
const DEVICE = /^(con|prn|aux|nul|(com|lpt)[0-9¹²³])(\..*)?$/i

/** Whether every system takes this as the name of one file or folder: no path in it, nothing Windows refuses or trims. */
export function isSafeName(name: string): boolean {
  return (
    name.length > 0 &&
    name.isWellFormed() &&
    Buffer.byteLength(name) <= 255 &&
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
    !/[<>:"/\\|?*\u0000-\u001f\u007f]/.test(name) &&
    !/[. ]$/.test(name) &&
    !/^\.{1,2}$/.test(name) &&
    !DEVICE.test(name)
  )
}

/** Throws `export.unsafe-name` for a name that a system refuses, or for two that are one on Windows or macOS. */
export function demandSafeNames(names: readonly string[]): void {
  const seen = new Set<string>()
  for (const name of names) {
    const same = name.normalize('NFC').toLowerCase()
    if (!isSafeName(name) || seen.has(same)) throw new StoreFault(refuse('export.unsafe-name', { name }))
    seen.add(same)
  }
}
