import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  parseDocument,
  type Tags,
  type YAMLError,
} from 'yaml'
import { notParsed, type Parsed, parsed } from '../parsed.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { shown } from '../values/typed-text.ts'
import type { Tree, TreeMap } from './tree.ts'

/** AWS's file nests 11 deep and has some 1,500 tokens, twice that as JSON. More than this is no template but an attempt to be slow. */
const DEEPEST = 40
const MOST_TOKENS = 4_000

const INTRINSICS: readonly string[] = [
  'And',
  'Base64',
  'Cidr',
  'Condition',
  'Equals',
  'FindInMap',
  'GetAtt',
  'GetAZs',
  'If',
  'ImportValue',
  'Join',
  'Length',
  'Not',
  'Or',
  'Ref',
  'Select',
  'Split',
  'Sub',
  'ToJsonString',
  'Transform',
]

const TAGS: Tags = INTRINSICS.flatMap((fn) => [
  { tag: `!${fn}`, resolve: (text: string) => text },
  { tag: `!${fn}`, collection: 'seq' as const },
  { tag: `!${fn}`, collection: 'map' as const },
])

/** Thrown and caught within this file only: a walk that is many levels deep ends at once. */
class Unreadable extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/**
 * Reads YAML, and JSON as its subset, the way CloudFormation writes it: its short tags are known, every scalar stays text.
 * Refuses what AWS never writes and an attacker would: anchors and aliases, merge keys, other tags, several documents,
 * duplicate keys, great depth. Runs no code of the file, and touches no prototype.
 */
export function readYaml(text: string): Parsed<TreeMap> {
  if (isOverweight(text)) return notParsed(refuse('crawler-template.too-complex', {}))
  const document = parseDocument(text, {
    schema: 'failsafe',
    customTags: (core) => core.concat(TAGS),
    resolveKnownTags: false,
    merge: false,
    // The library compares every key with every other; the walk below does it with a set.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  })
  const error = document.errors[0]
  if (error) return notParsed(refuseError(text, error))
  const tag = document.warnings.find((warning) => warning.code === 'TAG_RESOLVE_FAILED')
  if (tag) return notParsed(foreign(text, tag.pos[0], 'tag'))
  try {
    const tree = walk(text, document.contents, 1)
    return tree instanceof Map ? parsed(tree) : notParsed(refuse('crawler-template.not-a-template', {}))
  } catch (thrown) {
    if (thrown instanceof Unreadable) return notParsed(thrown.refusal)
    throw thrown
  }
}

/**
 * Weighs what costs the parser time before that is spent: tokens, escapes within them, and nesting on one line or in
 * brackets. Linear, and stops at the limit.
 */
function isOverweight(text: string): boolean {
  let weight = text.split('\\').length
  let brackets = 0
  let dashes = 0
  for (const lexeme of new Lexer().lex(text)) {
    weight += 1
    if (lexeme === '[' || lexeme === '{') brackets += 1
    if (lexeme === ']' || lexeme === '}') brackets -= 1
    dashes = lexeme === '-' || lexeme === '?' ? dashes + 1 : lexeme.endsWith('\n') ? 0 : dashes
    if (weight > MOST_TOKENS || brackets > DEEPEST || dashes > DEEPEST) return true
  }
  return false
}

function refuseError(text: string, error: YAMLError): Refusal {
  if (error.code === 'RESOURCE_EXHAUSTION') return refuse('crawler-template.too-complex', {})
  if (error.code === 'MULTIPLE_DOCS') return foreign(text, error.pos[0], 'document')
  if (!/AWSTemplateFormatVersion|Resources|AWSCUR/.test(text)) return refuse('crawler-template.not-a-template', {})
  const line = lineAt(text, error.pos[0])
  // Cut off in the middle of a text or a list, the file breaks at its very end.
  return line >= lineAt(text, text.trimEnd().length)
    ? refuse('crawler-template.truncated', {})
    : refuse('crawler-template.broken', { line })
}

function walk(text: string, node: unknown, depth: number): Tree {
  if (!isNode(node)) return ''
  if (depth > DEEPEST) throw new Unreadable(refuse('crawler-template.too-complex', {}))
  if (isAlias(node)) throw new Unreadable(foreign(text, startOf(node), 'alias'))
  if (node.anchor !== undefined) throw new Unreadable(foreign(text, startOf(node), 'anchor'))
  const plain = walkContent(text, node, depth)
  if (node.tag === undefined) return plain
  const fn = node.tag.slice(1)
  if (!INTRINSICS.includes(fn)) throw new Unreadable(foreign(text, startOf(node), 'tag'))
  return { fn, of: plain }
}

function walkContent(text: string, node: Node, depth: number): Tree {
  if (isScalar(node)) return typeof node.value === 'string' ? node.value : ''
  if (isSeq(node)) return node.items.map((item) => walk(text, item, depth + 1))
  const map = new Map<string, Tree>()
  for (const { key, value } of isMap(node) ? node.items : []) {
    const offset = isNode(key) ? startOf(key) : startOf(node)
    if (!isScalar(key) || typeof key.value !== 'string' || key.tag !== undefined || key.anchor !== undefined) {
      throw new Unreadable(foreign(text, offset, 'key'))
    }
    if (key.value === '<<') throw new Unreadable(foreign(text, offset, 'merge'))
    if (map.has(key.value)) {
      const line = lineAt(text, offset)
      throw new Unreadable(refuse('crawler-template.duplicate-key', { key: shown(key.value), line }))
    }
    map.set(key.value, walk(text, value, depth + 1))
  }
  return longForm(map)
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0
}

/** `{"Ref": "x"}` and `{"Fn::Sub": "x"}`, the only forms that JSON has, mean the same as the short tags. */
function longForm(map: TreeMap): Tree {
  const [only, ...others] = map
  if (only === undefined || others.length > 0) return map
  const fn = only[0] === 'Ref' ? 'Ref' : /^Fn::(\w+)$/.exec(only[0])?.[1]
  return fn !== undefined && INTRINSICS.includes(fn) ? { fn, of: only[1] } : map
}

function foreign(
  text: string,
  offset: number,
  what: 'alias' | 'anchor' | 'document' | 'key' | 'merge' | 'tag',
): Refusal {
  return refuse('crawler-template.foreign-yaml', { what, line: lineAt(text, offset) })
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
