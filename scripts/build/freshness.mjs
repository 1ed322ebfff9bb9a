import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readNote, writeNote } from '../lib/note.mjs'
import { root } from '../lib/paths.mjs'

const inputs = [
  'electron',
  'renderer',
  'resources',
  'shared',
  'scripts/build',
  'scripts/build.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
]
const stampFile = join(root, 'dist', '.build-stamp.json')

/** Whether dist/ holds what the sources would be built to now. Compares contents, so a fresh checkout is no change. */
export function isBuilt() {
  const stamp = readNote(stampFile)
  return stamp !== undefined && stamp.sources === hashOfSources() && stamp.files.every(isThere)
}

/** What a build is made of, as one hash over the paths and contents of its sources. */
export function hashOfSources() {
  const hash = createHash('sha256')
  for (const path of inputs.flatMap((input) => filesIn(input))) {
    const content = readFileSync(join(root, path))
    hash.update(`${path}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/**
 * Notes that dist/ now holds the build of these sources.
 *
 * @param {string} sources the hash taken before the build began
 * @param {readonly string[]} files what was built, relative to the repository's root
 */
export function noteBuilt(sources, files) {
  writeNote(stampFile, { sources, files })
}

/**
 * All files under a path of the repository, in an order that does not depend on the file system.
 *
 * @param {string} path
 * @returns {string[]}
 */
export function filesIn(path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false })
  if (found === undefined) return []
  if (!found.isDirectory()) return [path]
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesIn(`${path}/${name}`))
}

/** @param {string} path */
function isThere(path) {
  return statSync(join(root, path), { throwIfNoEntry: false }) !== undefined
}
