import { type ESTree, type ParseResult, parseSync } from 'vite'

/** Parses a TypeScript file by its path (`.ts`, `.tsx`). Throws when it cannot be parsed. */
export function parse(path: string, source: string): ParseResult {
  const parsed = parseSync(path, source, { astType: 'ts', sourceType: 'module' })
  const [error] = parsed.errors
  if (error !== undefined) throw new Error(`${path} cannot be parsed: ${error.message}`)
  return parsed
}

/** Visits a node and all below it, types included, each together with its parent. */
export function walk(
  node: ESTree.Node,
  visit: (node: ESTree.Node, parent: ESTree.Node | undefined) => void,
  parent?: ESTree.Node,
): void {
  visit(node, parent)
  for (const child of Object.values(node).flat()) if (isNode(child)) walk(child, visit, node)
}

/** Where something stands, from 1. */
export function lineOf(source: string, { start }: ESTree.Span): number {
  return source.slice(0, start).split('\n').length
}

/** The text of a string or of a template without gaps. */
export function textOf(node: ESTree.Node | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0)
    return node.quasis[0]?.value.cooked ?? undefined
  return undefined
}

/** A dotted name such as `import.meta.resolve`, also when written `import.meta['resolve']`; undefined for the rest. */
export function nameOf(node: ESTree.Node): string | undefined {
  if (node.type === 'Identifier') return node.name
  if (node.type === 'MetaProperty') return `${node.meta.name}.${node.property.name}`
  if (node.type !== 'MemberExpression') return undefined
  const object = nameOf(node.object)
  const member = node.computed ? textOf(node.property) : nameOf(node.property)
  return object === undefined || member === undefined ? undefined : `${object}.${member}`
}

function isNode(value: unknown): value is ESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}
