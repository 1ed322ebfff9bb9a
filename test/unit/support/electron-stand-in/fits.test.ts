import { readdirSync, readFileSync } from 'node:fs'
import type { ESTree } from 'vite'
import { describe, expect, it } from 'vitest'
import { nameOf, parse, walk } from '../../../arch/syntax-tree.ts'
import * as double from '../../../support/electron-stand-in/electron.ts'

// That the double fits Electron's declarations is a matter of types: test/support/electron-stand-in/fits.ts.

/** What a source takes from the module `electron` to run, and the members it names of it (`app.quit`). */
function usesOf(path: string, source: string) {
  const { program } = parse(path, source)
  const taken = new Map<string, string>()
  walk(program, (node) => {
    if (node.type !== 'ImportDeclaration' || node.source.value !== 'electron' || node.importKind === 'type') return
    for (const one of node.specifiers as readonly ESTree.ImportDeclarationSpecifier[]) {
      if (one.type !== 'ImportSpecifier') taken.set(one.local.name, '*')
      else if (one.importKind !== 'type') taken.set(one.local.name, nameOf(one.imported as ESTree.Node) ?? '?')
    }
  })
  const members = new Set<string>()
  walk(program, (node) => {
    const [first = '', member] = (node.type === 'MemberExpression' ? nameOf(node) : undefined)?.split('.') ?? []
    if (taken.has(first) && member !== undefined) members.add(`${taken.get(first)}.${member}`)
  })
  return { names: [...taken.values()], members: [...members] }
}

const folder = new URL('../../../../electron/main/', import.meta.url)
const uses = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => usesOf(name, readFileSync(new URL(name, folder), 'utf8')))

describe('the stand-in for Electron', () => {
  it('has every name that the main process takes from Electron', () => {
    const names = new Set(uses.flatMap((one) => one.names))
    expect(names.size).toBeGreaterThan(10)
    expect([...names].filter((name) => !(name in double))).toEqual([])
  })

  it('has every member of them that the main process names, whether a test walks there or not', () => {
    const members = new Set(uses.flatMap((one) => one.members))
    expect(members.size).toBeGreaterThan(20)
    const missing = [...members].filter((name) => {
      const [part = '', member = ''] = name.split('.')
      return !(member in Object(Reflect.get(double, part)))
    })
    expect(missing).toEqual([])
  })

  it('would be caught without a name, without a member, and with everything taken at once', () => {
    const source = "import { app as own, type Session, gone } from 'electron'\nown.invented(); gone.x; other.y\n"
    expect(usesOf('x.ts', source)).toEqual({ names: ['app', 'gone'], members: ['app.invented', 'gone.x'] })
    expect(usesOf('x.ts', "import * as electron from 'electron'\n").names).toEqual(['*'])
  })
})
