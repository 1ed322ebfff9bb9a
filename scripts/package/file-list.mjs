import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from '../lib/paths.mjs'

/** @type {typeof import('app-builder-lib/out/fileMatcher.js')} */
const { FileMatcher, excludedExts, excludedNames } = createRequire(import.meta.url)(
  'app-builder-lib/out/fileMatcher.js',
)

/**
 * @typedef {{ path: string, bytes: number, unpacked: boolean }} Packed a file of the package, relative to its root
 * @typedef {{ platform: string, arch: string }} Target as Node names them
 */

/** What is packaged, and for which machines. */
export const packageTargets = /** @type {const} */ ([
  { platform: 'linux', arch: 'x64' },
  { platform: 'win32', arch: 'x64' },
  { platform: 'darwin', arch: 'arm64' },
  { platform: 'darwin', arch: 'x64' },
])

/**
 * The files that electron-builder would put into the package of a target, by its own matcher and in its own two steps:
 * the project's files by the whole list, the packages of production by what the list takes away.
 *
 * @param {{ files: readonly string[], asarUnpack: readonly string[] }} config
 * @param {Target} target
 * @param {string} [from] the project
 * @returns {Packed[]}
 */
export function packagedFiles(config, target, from = root) {
  const expand = (/** @type {string} */ pattern) =>
    pattern.replaceAll(/\$\{(platform|arch)\}/g, (_, name) => target[/** @type {'platform' | 'arch'} */ (name)])
  const always = [
    `!**/*.{${excludedExts},pdb}`,
    '!**/._*',
    '!**/electron-builder.{yaml,yml,json,json5,toml,ts}',
    `!**/{${excludedNames}}`,
  ]
  const matcherOf = (/** @type {readonly string[]} */ patterns) => new FileMatcher(from, from, expand, [...patterns])
  const own = matcherOf(['!**/node_modules/**', ...config.files, ...always]).createFilter()
  const modules = matcherOf(['**/*', ...config.files.filter((pattern) => pattern.startsWith('!'))]).createFilter()
  const unpack = matcherOf(config.asarUnpack).createFilter()

  const tops = readdirSync(from).filter((name) => !['node_modules', '.git', 'release'].includes(name))
  const paths = [
    ...tops.flatMap((name) => walk(from, name)).filter((path) => own(join(from, path), statSync(join(from, path)))),
    ...productionPackages(from)
      .flatMap((name) => walk(from, name))
      .filter((path) => modules(join(from, path), statSync(join(from, path)))),
  ]
  return paths.sort().map((path) => {
    const stat = statSync(join(from, path))
    return { path, bytes: stat.size, unpacked: unpack(join(from, path), stat) }
  })
}

/** Folders of the packages that are there when the app runs, as the lockfile has them. */
function productionPackages(/** @type {string} */ from) {
  /** @type {{ packages: Record<string, { dev?: boolean, devOptional?: boolean }> }} */
  const lock = JSON.parse(readFileSync(join(from, 'package-lock.json'), 'utf8'))
  return Object.entries(lock.packages)
    .filter(([path, { dev, devOptional }]) => path.startsWith('node_modules/') && !dev && !devOptional)
    .map(([path]) => path)
    .filter((path) => statSync(join(from, path), { throwIfNoEntry: false }) !== undefined)
}

/**
 * @param {string} from
 * @param {string} path
 * @returns {string[]}
 */
function walk(from, path) {
  const found = statSync(join(from, path))
  if (!found.isDirectory()) return [path]
  return readdirSync(join(from, path)).flatMap((name) => (name === 'node_modules' ? [] : walk(from, `${path}/${name}`)))
}
