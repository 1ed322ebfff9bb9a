import type { Dirent } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { mediaTypes } from './media-types.ts'

/** One file of the built renderer. */
export interface Asset {
  readonly mediaType: string
  /** The name carries a hash of the content: it may be kept for ever. */
  readonly immutable: boolean
  read(): Promise<Uint8Array<ArrayBuffer>>
}

export interface Assets {
  /** The file at the path of a URL, as it stands there; undefined for anything else. `/` is the page. */
  at(path: string): Asset | undefined
}

/**
 * Lists the files under a folder once; only they can be had afterwards, by exactly the path they are listed under.
 * Nothing of a request becomes part of a file name, so `..`, `%2e`, a backslash or a NUL only name what is not there.
 * Links are passed over, and so are files of a kind that the renderer does not have.
 * @throws where the folder cannot be read or holds no index.html
 */
export async function openAssets(root: string): Promise<Assets> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const listed = new Map(entries.filter(isOurs).map((entry) => [pathOf(root, entry), assetOf(entry)]))
  const page = listed.get('/index.html')
  if (page === undefined) throw new Error(`No index.html lies in ${root}.`)
  listed.set('/', page)
  return { at: (path) => listed.get(path) }
}

function isOurs(entry: Dirent): boolean {
  return entry.isFile() && mediaTypeOf(entry.name) !== undefined
}

function pathOf(root: string, entry: Dirent): string {
  return `/${relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')}`
}

function assetOf(entry: Dirent): Asset {
  const file = join(entry.parentPath, entry.name)
  return {
    mediaType: mediaTypeOf(entry.name) ?? '',
    immutable: /-[\w-]{8}\.\w+$/.test(entry.name),
    read: async () => new Uint8Array(await readFile(file)),
  }
}

function mediaTypeOf(name: string): string | undefined {
  return mediaTypes.get(name.slice(name.lastIndexOf('.') + 1))
}
