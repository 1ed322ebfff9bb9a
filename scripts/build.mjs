// Builds dist/: the three programs, the preload and the renderer. With --if-stale only when the sources have changed.
import './lib/on-pinned-node.mjs'
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { filesIn, hashOfSources, isBuilt, noteBuilt } from './build/freshness.mjs'
import { guard } from './build/guard.mjs'
import { withLock } from './lib/lock.mjs'
import { root } from './lib/paths.mjs'
import { asScript, Stop, say, took } from './lib/say.mjs'

const onlyIfStale = process.argv.includes('--if-stale')

await asScript(async () => {
  if (onlyIfStale && isBuilt()) return
  await withLock('build', async () => {
    if (onlyIfStale && isBuilt()) return
    await build()
  })
})

async function build() {
  say('Building …')
  const since = performance.now()
  const sources = hashOfSources()
  const fresh = join(root, 'dist', '.fresh')
  rmSync(fresh, { recursive: true, force: true })
  await bundle(fresh)
  writeGuard(fresh, 'cli/casebook.mjs', './main.mjs')
  writeGuard(fresh, 'headless/main.mjs', './host.mjs')

  const folders = readdirSync(fresh)
  for (const folder of folders) replace(join(fresh, folder), join(root, 'dist', folder))
  rmSync(fresh, { recursive: true })
  const files = folders.flatMap((folder) => filesIn(`dist/${folder}`))
  noteBuilt(sources, files)
  say(`Built ${files.length} files in ${took(since)}.`)
}

async function bundle(/** @type {string} */ outDir) {
  // Loaded here, because Vite does not load on a Node on which this script still has something to say.
  const { build: viteBuild } = await import('vite')
  const { targets } = await import('./build/targets.mjs')
  const { faultsOf } = await import('./build/verdict.mjs')
  const faults = []
  for (const target of targets(outDir)) {
    const built = await viteBuild(target).catch((/** @type {Error} */ { message }) => {
      // Vite's own frames say nothing about our sources; colours are for terminals.
      throw new Stop(process.stderr.isTTY ? message : stripVTControlCharacters(message))
    })
    for (const result of Array.isArray(built) ? built : [built]) {
      if ('output' in result) faults.push(...faultsOf(result.output))
    }
  }
  if (faults.length > 0) throw new Stop(faults.join('\n'))
}

function writeGuard(/** @type {string} */ outDir, /** @type {string} */ file, /** @type {string} */ program) {
  mkdirSync(join(outDir, file, '..'), { recursive: true })
  writeFileSync(join(outDir, file), guard(program), { mode: 0o755 })
}

function replace(/** @type {string} */ from, /** @type {string} */ to) {
  rmSync(to, { recursive: true, force: true })
  renameSync(from, to)
}
