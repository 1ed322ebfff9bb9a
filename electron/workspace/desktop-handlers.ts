import { open, realpath } from 'node:fs/promises'
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { toBase64 } from '../../shared/contract/base64.ts'
import type { hostOperations } from '../../shared/contract/operations/host.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { CasebookError } from '../services/casebook-error.ts'
import type { Desktop } from '../services/desktop-port.ts'
import type { Handler } from '../services/handlers.ts'
import { isSafeName } from '../store/safe-name.ts'

/** As much as one operation carries as base64. */
const HANDED_MIB = 24

type DesktopOperation = Exclude<
  keyof typeof hostOperations,
  'host.status' | 'host.switch' | 'host.open-folder' | 'host.show-folder'
>

export type DesktopHandlers = { readonly [N in DesktopOperation]: Handler<N> }

/**
 * What the page may ask of the desktop around it. No path of the page's is taken as it comes: it has to be an export of
 * ours, seen through links.
 * @param desktop null where the app has no window of its own
 * @param folder the folder of the workspace that is open
 */
export function desktopHandlers(desktop: Desktop | null, folder: () => string): DesktopHandlers {
  return {
    'host.desktop': async () => desktop?.view() ?? null,
    async 'host.desktop-set'(change) {
      const there = demand(desktop)
      there.set(change)
      return there.view()
    },
    async 'host.reveal'({ path }) {
      const there = demand(desktop)
      there.reveal(await ownExport(join(folder(), 'exports'), path))
      return {}
    },
    async 'host.drag-out'({ path }) {
      const there = demand(desktop)
      there.dragOut(await ownExport(join(folder(), 'exports'), path))
      return {}
    },
    'host.choose-folder': async () => demand(desktop).chooseFolder(),
    'host.choose-backup': async ({ to }) => demand(desktop).chooseBackup(to),
    async 'host.take-handed'() {
      const path = desktop?.takeHanded() ?? null
      return path === null ? null : { name: basename(path), base64: toBase64(await readHanded(path)) }
    },
  }
}

function demand(desktop: Desktop | null): Desktop {
  if (desktop === null) throw new CasebookError(refuse('host.no-desktop', {}))
  return desktop
}

/** The real path of an export; throws `host.not-an-export` for whatever lies elsewhere, links included. */
async function ownExport(exports: string, path: string): Promise<string> {
  try {
    const [from, real] = await Promise.all([realpath(exports), realpath(resolve(path))])
    const inside = relative(from, real)
    const isInside = inside !== '' && !isAbsolute(inside) && inside.split(sep).every(isSafeName)
    // An export that is being written begins with a dot.
    if (isInside && isAbsolute(path) && !basename(real).startsWith('.')) return real
  } catch {
    // What is not there is not ours either.
  }
  throw new CasebookError(refuse('host.not-an-export', {}, 'path'))
}

/** The bytes of a file from outside, as many as an operation carries and no more. */
async function readHanded(path: string): Promise<Uint8Array> {
  const name = basename(path)
  const limit = HANDED_MIB * 1024 * 1024
  const file = await open(path).catch((error: unknown) => {
    throw unreadable(name, error)
  })
  try {
    if (!(await file.stat()).isFile()) throw unreadable(name, new Error('it is not a file'))
    const chunks: Buffer[] = []
    for await (const chunk of file.createReadStream({ end: limit, autoClose: false })) chunks.push(chunk)
    const bytes = Buffer.concat(chunks)
    if (bytes.length > limit) throw new CasebookError(refuse('host.handed-too-large', { name, mib: HANDED_MIB }))
    return bytes
  } finally {
    await file.close()
  }
}

function unreadable(name: string, error: unknown): CasebookError {
  const detail = error instanceof Error ? error.message : String(error)
  return new CasebookError(refuse('host.handed-unreadable', { name, detail }), { cause: error })
}
