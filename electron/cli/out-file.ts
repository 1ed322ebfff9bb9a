import { statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

/** Where `--out` points: a file to be made, or a folder in which it gets the name it has by itself. */
export function outFile(path: string, name: string): { readonly folder: string; readonly name: string } {
  const target = resolve(path)
  const isFolder = statSync(target, { throwIfNoEntry: false })?.isDirectory() ?? false
  const file = isFolder ? join(target, name) : target
  return { folder: dirname(file), name: basename(file) }
}
