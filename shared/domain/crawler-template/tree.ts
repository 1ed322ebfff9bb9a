/**
 * A CloudFormation template as plain data: texts, lists, maps and intrinsic functions. Every scalar is a text, so
 * `2010-09-09` is no date and `30` no number; maps are Maps, so no key of a hostile file reaches a prototype.
 */
export type Tree = string | readonly Tree[] | TreeMap | Intrinsic

export type TreeMap = ReadonlyMap<string, Tree>

/** `!Sub 'x'` and `{"Fn::Sub": "x"}` alike. */
export interface Intrinsic {
  readonly fn: string
  readonly of: Tree
}

export function isMap(tree: Tree | undefined): tree is TreeMap {
  return tree instanceof Map
}

export function isList(tree: Tree | undefined): tree is readonly Tree[] {
  return Array.isArray(tree)
}

export function isIntrinsic(tree: Tree | undefined): tree is Intrinsic {
  return typeof tree === 'object' && 'fn' in tree
}

/** What lies at a path of keys and indexes; undefined where there is nothing. */
export function at(tree: Tree | undefined, ...path: readonly (string | number)[]): Tree | undefined {
  let here = tree
  for (const step of path) {
    if (typeof step === 'number') here = isList(here) ? here[step] : undefined
    else here = isMap(here) ? here.get(step) : undefined
  }
  return here
}

/** The text of a scalar; of `!Sub` too, with its `${…}` as they stand. Null for anything else. */
export function textOf(tree: Tree | undefined): string | null {
  if (typeof tree === 'string') return tree
  return isIntrinsic(tree) && tree.fn === 'Sub' && typeof tree.of === 'string' ? tree.of : null
}

/** A list, or the one thing that stands in its place, as CloudFormation allows for policies. */
export function asList(tree: Tree | undefined): readonly Tree[] {
  if (tree === undefined) return []
  return isList(tree) ? tree : [tree]
}
