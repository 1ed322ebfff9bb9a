import type { ESTree } from 'vite'
import { rendererClient } from './rings.ts'
import type { SourceFile } from './source-files.ts'
import { lineOf, nameOf, parse, walk } from './syntax-tree.ts'

const globals = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport']
const doors = new Set([
  ...globals,
  ...['window', 'globalThis', 'self'].flatMap((host) => [...globals, 'casebook'].map((name) => `${host}.${name}`)),
  'navigator.sendBeacon',
])

/**
 * Where a file of the renderer talks past `renderer/client`: by the bridge (`window.casebook`) or over the network.
 * Each as `file:line name`.
 */
export function networkUse({ path, text }: SourceFile): readonly string[] {
  if (!path.startsWith('renderer/') || path.startsWith(`${rendererClient}/`)) return []
  const found: string[] = []
  walk(parse(path, text).program, (node, parent) => {
    const used = namesUsed(node, parent).filter((name) => doors.has(name))
    found.push(...used.map((name) => `${path}:${lineOf(text, node)} ${name}`))
  })
  return found
}

function namesUsed(node: ESTree.Node, parent: ESTree.Node | undefined): readonly string[] {
  if (node.type === 'MemberExpression') return [nameOf(node) ?? '']
  if (node.type === 'Identifier') return isOnlyAName(node, parent) ? [] : [node.name]
  if (node.type === 'VariableDeclarator' && node.id.type === 'ObjectPattern' && node.init !== null) {
    const host = nameOf(node.init)
    return node.id.properties.map((property) => (property.type === 'Property' ? `${host}.${nameOf(property.key)}` : ''))
  }
  return []
}

/** `actions.fetch` and `{ fetch: … }` name a member; `{ fetch }` uses what is called so. */
function isOnlyAName(node: ESTree.Node, parent: ESTree.Node | undefined): boolean {
  if (parent?.type === 'MemberExpression') return node === parent.property && !parent.computed
  return parent !== undefined && 'key' in parent && node === parent.key && !('shorthand' in parent && parent.shorthand)
}
