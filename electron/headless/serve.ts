import { mkdirSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { refuse } from '../../shared/domain/refusal.ts'
import { hostText } from '../../shared/text/host.ts'
import { createChanges } from '../rpc/changes.ts'
import type { OpenDesk } from '../rpc/handlers.ts'
import { CasebookError } from '../services/casebook-error.ts'
import type { Log } from '../services/ports.ts'
import { keepMemoryLean } from '../workspace/lean-memory.ts'
import { openLog } from '../workspace/log.ts'
import { type Assets, openAssets } from '../workspace/page/assets.ts'
import { programVersion, rendererFolder } from '../workspace/program.ts'
import { hasDisplay, openBrowser } from './open-browser.ts'
import { startHeadless } from './server.ts'
import { showFolder } from './show-folder.ts'

export interface ServeOptions {
  readonly openDesk: OpenDesk
  readonly dataFolder: string
  /** 0: a free one. */
  readonly port: number
  /** Whether to open the default browser, where there is a display. */
  readonly open: boolean
  /** Folder of the built renderer; absent: this program's own. */
  readonly pages?: string
}

/**
 * The loopback host from start to end, for `npm start` and for `casebook serve`: opens the workspace, prints the
 * address, stays until a signal asks it to go, lets running operations end, and closes the workspace.
 * @throws CasebookError where the port is taken, the folder cannot be used, or the pages are not built
 */
export async function serve(options: ServeOptions): Promise<void> {
  const { dataFolder, port } = options
  const asked = untilAsked()
  const log = prepareFolder(dataFolder)
  const assets = await builtAssets(options.pages ?? rendererFolder)
  const changes = createChanges()
  const desk = await options.openDesk({
    folder: dataFolder,
    kind: 'real',
    host: 'headless',
    version: programVersion(),
    log,
    onChange: changes.emit,
    ...(hasDisplay(process.platform, process.env)
      ? { showFolder: (folder: string) => showFolder(folder, process.platform) }
      : {}),
  })
  try {
    const host = await startHeadless({ desk, changes, assets, log, port }).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'EADDRINUSE' ? new CasebookError(refuse('host.port-taken', { port })) : error
    })
    log.info('headless.open', { origin: host.origin })
    keepMemoryLean()
    process.stdout.write(`${hostText.open(host.url)}\n`)
    // The browser gets an address of its own, so that the printed one is still good for the person.
    if (options.open && hasDisplay(process.platform, process.env)) openBrowser(host.newAddress(), process.platform)
    const quiet = offerAnother(host.newAddress)
    await asked
    quiet()
    await host.close()
  } finally {
    await desk.close()
    log.info('headless.closed')
  }
}

function prepareFolder(folder: string): Log {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return openLog(folder)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CasebookError(refuse('host.folder', { folder, reason }), { cause: error })
  }
}

async function builtAssets(folder: string): Promise<Assets> {
  try {
    return await openAssets(folder)
  } catch (error) {
    throw new CasebookError(refuse('host.not-built', { folder }), { cause: error })
  }
}

/** Resolves at the first signal to end. Who asks again does not want to wait: the second one ends the process at once. */
function untilAsked(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (asked) process.exit(1)
        asked = true
        resolve()
      })
    }
  })
}

/** In a terminal, Enter prints a new address. Gives back the function that ends it. */
function offerAnother(newAddress: () => string): () => void {
  if (!process.stdin.isTTY) return () => {}
  process.stderr.write(`${hostText.another}\n`)
  const lines = createInterface({ input: process.stdin })
  lines.on('line', () => process.stdout.write(`${hostText.open(newAddress())}\n`))
  return () => lines.close()
}
