/** @typedef {import('./file-list.mjs').Packed} Packed */

/** What the app cannot start without. */
const needed = [
  'package.json',
  'dist/main/main.mjs',
  'dist/preload/preload.cjs',
  'dist/renderer/index.html',
  'node_modules/better-sqlite3/package.json',
  'resources/icons/tray.png',
  'resources/icons/tray@2x.png',
  'resources/icons/icon.ico',
]

/** What has no business in a package: sources, tests, maps, other programs, and whatever tells of a machine. */
const unwanted =
  /\.(ts|tsx|mts|map|md|c|cc|cpp|h|gyp|log|env|pem|key)$|(^|\/)(tests?|src|deps|docs|scripts|\.git[^/]*|\.cache)\/|^dist\/(cli|headless|types)\//

/** Packages are bundled into what needs them; the one with a binary of its own cannot be. */
const isStrayPackage = (/** @type {string} */ path) =>
  path.startsWith('node_modules/') && !path.startsWith('node_modules/better-sqlite3/')

/** Bytes. The runtime itself comes on top; more than this means that something got in that should not. */
const most = { whole: 20_000_000, file: 4_000_000 }

/**
 * What is wrong with the files of a package; empty where nothing is.
 *
 * @param {readonly Packed[]} files
 * @param {import('./file-list.mjs').Target} target
 * @returns {string[]}
 */
export function packageFindings(files, { platform, arch }) {
  const paths = new Set(files.map(({ path }) => path))
  const native = files.filter(({ path }) => path.endsWith('.node'))
  const binary = `node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node`
  const bytes = sizeOf(files)
  return [
    ...needed.filter((path) => !paths.has(path)).map((path) => `${path} is missing`),
    ...files
      .filter(({ path }) => unwanted.test(path) || isStrayPackage(path))
      .map(({ path }) => `${path} should not be in it`),
    ...(native.length === 1 && native[0]?.path === binary
      ? []
      : [`its native modules are ${native.map(({ path }) => path)}`]),
    ...native
      .filter(({ unpacked }) => !unpacked)
      .map(({ path }) => `${path} lies in the archive, where it cannot be loaded`),
    ...files
      .filter(({ path, unpacked }) => unpacked && !path.endsWith('.node'))
      .map(({ path }) => `${path} lies outside the archive`),
    ...files.filter((file) => file.bytes > most.file).map(({ path, bytes }) => `${path} has ${bytes} bytes`),
    ...(bytes > most.whole ? [`all of it has ${bytes} bytes, more than ${most.whole}`] : []),
  ]
}

/** @param {readonly Packed[]} files */
export function sizeOf(files) {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}
