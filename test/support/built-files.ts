import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const dist = fileURLToPath(new URL('../../dist', import.meta.url))

export interface BuiltFile {
  /** Path in dist/, without the part of the name that changes with its content. */
  readonly name: string
  /** Path in dist/. */
  readonly path: string
  readonly bytes: number
}

/** What built programs load when they start: the files and all that they import, and they import, without being asked. */
export function loadedAtStart(...entries: readonly string[]): readonly BuiltFile[] {
  const found = new Map<string, BuiltFile>()
  const todo = entries.map((entry) => join(dist, entry))
  for (let path = todo.pop(); path !== undefined; path = todo.pop()) {
    if (found.has(path)) continue
    const text = readFileSync(path, 'utf8')
    found.set(path, { name: plain(relative(dist, path)), path: relative(dist, path), bytes: Buffer.byteLength(text) })
    for (const [, to] of text.matchAll(
      /(?:^|[;}\s])(?:import|export)\b(?:[\w*{},$\s]*?from)?\s*["'](\.{1,2}\/[^"']+)["']/g,
    )) {
      if (to !== undefined) todo.push(join(dirname(path), to))
    }
  }
  return [...found.values()]
}

/** The scripts and styles that the page asks for in itself. */
export function ofPage(kind: 'js' | 'css'): readonly string[] {
  const html = readFileSync(join(dist, 'renderer/index.html'), 'utf8')
  const named = [...html.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].flatMap(([, path]) => path ?? [])
  return named.filter((path) => path.endsWith(`.${kind}`)).map((path) => `renderer/${path}`)
}

/** Bytes of files as they go over a wire that compresses. */
export function zipped(paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(dist, path)), { level: 9 }).length, 0)
}

export function bytesOf(paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + readFileSync(join(dist, path)).length, 0)
}

function plain(path: string): string {
  return path.replace(/-[\w-]{8}(?=\.\w+$)/, '')
}
