import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A file of the repository; the path is relative to the root, with slashes. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

export const root = fileURLToPath(new URL('../../', import.meta.url))

const ignored = new Set([
  '.git',
  ...readFileSync(`${root}.gitignore`, 'utf8')
    .split('\n')
    .flatMap((line) => (line.endsWith('/') ? [line.slice(0, -1)] : [])),
])

/** The paths of all files of the repository that git does not ignore, or of those under a folder. */
export function pathsIn(folder = ''): readonly string[] {
  return readdirSync(root + folder, { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (ignored.has(entry.name)) return []
    return entry.isDirectory() ? pathsIn(path) : [path]
  })
}

/** The files of `shared`, `electron` and `renderer` whose names match. */
export function sourceFiles(name: RegExp): readonly SourceFile[] {
  return ['shared', 'electron', 'renderer']
    .flatMap(pathsIn)
    .filter((path) => name.test(path))
    .map((path) => ({ path, text: readFileSync(root + path, 'utf8') }))
}
