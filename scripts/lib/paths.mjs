import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Where the scripts remember things between two runs. Goes away together with node_modules. */
export const memory = join(root, 'node_modules', '.cache', 'msp-casebook')

/** The pinned Node 24 from node_modules, whatever Node the machine has. */
export const pinnedNode = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** Which Chromium the end-to-end tests use; written by prepare, read by playwright.config.ts. */
export const chromiumNote = join(memory, 'chromium.json')
