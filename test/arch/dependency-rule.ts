import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import { readImports } from './read-imports.ts'
import { resources, rings } from './rings.ts'
import type { SourceFile } from './source-files.ts'

/** Every import of a file that the dependency rule forbids, each as `file:line`, what it imports, and why not. */
export function forbiddenImports({ path, text }: SourceFile): readonly string[] {
  const ring = ringOf(path)
  if (ring === undefined) return [`${path}: lies in no ring`]
  return readImports(path, text).flatMap(({ specifier, line }) => {
    const why = specifier === undefined ? 'what it imports is known at run time only' : whyNot(ring, path, specifier)
    return why === undefined ? [] : [`${path}:${line} ${specifier ?? '?'}: ${why}`]
  })
}

/** The ring that a file belongs to, by its folder. */
export function ringOf(path: string): string | undefined {
  return Object.keys(rings).find((folder) => path.startsWith(`${folder}/`))
}

function whyNot(ring: string, path: string, specifier: string): string | undefined {
  if (specifier.startsWith('reference:')) return 'reference comments go past the tsconfig of the ring'
  if (/^\.{1,2}(\/|$)/.test(specifier)) return whyNotFile(ring, path, specifier.replace(/\?.*$/, ''))
  if (isBuiltin(specifier)) return whyNotBuiltin(ring, specifier)
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
  const allowed = rings[ring]?.packages.some((entry) =>
    entry.endsWith('/*') ? name.startsWith(entry.slice(0, -1)) : name === entry,
  )
  return allowed ? undefined : `${ring} may not import the package ${name}`
}

function whyNotFile(ring: string, path: string, specifier: string): string | undefined {
  const target = posix.join(posix.dirname(path), specifier)
  const other = target.startsWith(`${resources}/`) ? resources : ringOf(target)
  if (other === undefined) return `${target} lies in no ring`
  if (posix.extname(target) === '') return 'the file ending is missing, and Node needs it'
  if (other === ring || (other === resources && ring !== 'shared')) return undefined
  return rings[ring]?.rings.includes(other) ? undefined : `${ring} may not import ${other}`
}

function whyNotBuiltin(ring: string, specifier: string): string | undefined {
  if (!rings[ring]?.node) return `${ring} may not import Node’s modules`
  return specifier.startsWith('node:') ? undefined : `is written node:${specifier}`
}
