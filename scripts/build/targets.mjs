import { existsSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { root } from '../lib/paths.mjs'
import { Stop } from '../lib/say.mjs'

/**
 * What Node and Electron bring themselves, or what cannot be bundled: better-sqlite3 finds its binary beside itself.
 */
const external = ['electron', 'better-sqlite3']

/** Nothing is read from vite.config or .env files: a build depends on the sources alone. */
const shared = /** @type {const} */ ({ configFile: false, envDir: false, logLevel: 'warn', root })

/**
 * The three builds that make dist/. Code that several programs use lies in dist/chunks, and every built file lies two
 * folders under the root, as the files of a ring do (`electron/cli/main.ts`, `dist/cli/main.mjs`): what a ring's own
 * file finds by `new URL('../../…', import.meta.url)` is found from dist/ as well.
 *
 * @param {string} outDir an empty folder that becomes dist/
 * @returns {import('vite').InlineConfig[]}
 */
export function targets(outDir) {
  return [programs(outDir), preload(outDir), renderer(outDir)]
}

/** @returns {import('vite').InlineConfig} */
function programs(/** @type {string} */ outDir) {
  return {
    ...shared,
    ssr: { noExternal: true, external },
    build: {
      ...output(outDir),
      ssr: true,
      target: 'node24',
      rolldownOptions: {
        input: {
          'cli/main': entry('electron/cli/main.ts'),
          'headless/host': entry('electron/headless/main.ts'),
          'main/main': entry('electron/main/main.ts'),
          'chunks/aside-worker': entry('electron/store/aside-worker.ts'),
        },
        output: {
          entryFileNames: '[name].mjs',
          chunkFileNames: 'chunks/[name]-[hash].mjs',
        },
      },
    },
  }
}

/**
 * A sandboxed preload may only require `electron`: one CommonJS file.
 *
 * @returns {import('vite').InlineConfig}
 */
function preload(/** @type {string} */ outDir) {
  return {
    ...shared,
    ssr: { noExternal: true, external },
    build: {
      ...output(join(outDir, 'preload')),
      ssr: true,
      target: 'node24',
      rolldownOptions: {
        input: entry('electron/preload/preload.ts'),
        output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
      },
    },
  }
}

/**
 * Relative addresses, because the same files are served as app:// and on the loopback host; nothing inlined, because
 * the content security policy refuses it.
 *
 * @returns {import('vite').InlineConfig}
 */
function renderer(/** @type {string} */ outDir) {
  return {
    ...shared,
    root: join(root, 'renderer'),
    base: './',
    publicDir: false,
    plugins: [react()],
    build: {
      ...output(join(outDir, 'renderer')),
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: entry('renderer/index.html') },
    },
  }
}

function output(/** @type {string} */ outDir) {
  return { outDir, emptyOutDir: false, sourcemap: false, reportCompressedSize: false, chunkSizeWarningLimit: 2_000 }
}

/** @param {string} path */
function entry(path) {
  if (existsSync(join(root, path))) return join(root, path)
  throw new Stop(`The build starts from ${path}, and that file does not exist.`)
}
