import type { ESTree } from 'vite'
import { lineOf, nameOf, parse, textOf, walk } from './syntax-tree.ts'

/** One import of a file. */
export interface Import {
  /** What is imported, as written; undefined when it is only known at run time. */
  readonly specifier: string | undefined
  /** From 1. */
  readonly line: number
}

/** Calls that import what their argument says. */
const importingCalls = new Set(['require', 'require.resolve', 'import.meta.resolve', 'process.getBuiltinModule'])

/**
 * Every import of a TypeScript file, whatever its form: static, dynamic, `export … from`, of types, `import()` types,
 * `require`, augmented modules and reference comments. Ways to import that hide what they import come without a
 * specifier. Throws when the file cannot be parsed.
 */
export function readImports(path: string, source: string): readonly Import[] {
  const { program, comments } = parse(path, source)
  const found: Import[] = []
  walk(program, (node, parent) => {
    for (const specifier of specifiersOf(node, parent)) found.push({ specifier, line: lineOf(source, node) })
  })
  for (const comment of comments) {
    const [, name] = /^\/\s*<reference\s+(?:types|path|lib)\s*=\s*["'](.*?)["']/.exec(comment.value) ?? []
    if (name !== undefined) found.push({ specifier: `reference:${name}`, line: lineOf(source, comment) })
  }
  return found
}

function specifiersOf(node: ESTree.Node, parent: ESTree.Node | undefined): readonly (string | undefined)[] {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'TSImportType':
      return [node.source.value]
    case 'ExportNamedDeclaration':
      return node.source === null ? [] : [node.source.value]
    case 'ImportExpression':
      return [textOf(node.source)]
    case 'TSExternalModuleReference':
      return [node.expression.value]
    case 'TSModuleDeclaration':
      return node.id.type === 'Literal' ? [node.id.value] : []
    case 'CallExpression': {
      const callee = nameOf(node.callee)
      if (callee === 'import.meta.glob') return [undefined]
      return callee !== undefined && importingCalls.has(callee) ? [textOf(node.arguments[0])] : []
    }
    case 'Identifier':
      return node.name === 'createRequire' && !(parent?.type === 'ImportSpecifier' && node === parent.local)
        ? [undefined]
        : []
    default:
      return []
  }
}
