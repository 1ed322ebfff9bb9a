import { describe, expect, it } from 'vitest'
import { type SourceFile, sourceFiles } from './source-files.ts'
import { nameOf, parse, walk } from './syntax-tree.ts'

/**
 * Where the environment is read, and what of it. No variable is among them by which a protection could be switched off:
 * a further place, or a further name, fails here until it is looked at.
 */
const known: Readonly<Record<string, readonly string[]>> = {
  // Where AWS's own variables point is AWS's to say; `electron/aws` resolves them once and shows them.
  'electron/aws/gateway.ts': ['process.env', 'process.env', 'process.env', 'process.env'],
  'electron/cli/commands/setup.ts': ['process.env.USER', 'process.env.USERNAME'],
  'electron/cli/run.ts': ['process.env'],
  'electron/headless/main.ts': ['process.env'],
  'electron/headless/open-browser.ts': ['env.CI', 'env.DISPLAY', 'env.WAYLAND_DISPLAY'],
  'electron/headless/serve.ts': ['process.env', 'process.env'],
  'electron/main/login-item.ts': ['env.APPIMAGE', 'env.PORTABLE_EXECUTABLE_FILE'],
  'electron/main/main.ts': ['process.env'],
  'electron/main/start.ts': ['process.env'],
  'electron/workspace/data-folder.ts': ['env.APPDATA', 'env.XDG_DATA_HOME'],
}

/** AWS's own variables, as the SDK documents them. */
const awsOwn = /^env(?:\.AWS_[A-Z_]+|\[\])$/

function uses({ path, text }: SourceFile): string[] {
  const found: string[] = []
  walk(parse(path, text).program, (node, parent) => {
    if (node.type === 'ImportSpecifier' && nameOf(node.imported) === 'env') found.push('import env')
    if (node.type !== 'MemberExpression') return
    const name = nameOf(node) ?? (node.computed && node.object.type === 'Identifier' ? `${node.object.name}[]` : '')
    // The longest name alone: `process.env.X` holds `process.env`.
    if (parent?.type === 'MemberExpression' && parent.object === node && nameOf(parent) !== undefined) return
    if (/^(?:globalThis\.)?process\.env\b/.test(name) || /^env(?:\.|\[\])/.test(name)) found.push(name)
  })
  return found.filter((name) => !(path.startsWith('electron/aws/') && awsOwn.test(name))).sort()
}

describe('the environment', () => {
  it('is read in the places that are known, for what is known, and switches nothing off', () => {
    const files = sourceFiles(/\.tsx?$/)
    const seen = files.flatMap((file) => {
      const found = uses(file)
      return found.length === 0 ? [] : [[file.path, found] as const]
    })
    expect(Object.fromEntries(seen)).toEqual(known)
  })

  it.each([
    ['process.env.CASEBOOK_LAX === undefined', ['process.env.CASEBOOK_LAX']],
    ['const { LAX } = process.env', ['process.env']],
    ["process['env'].LAX", ['process.env.LAX']],
    ['globalThis.process.env.LAX', ['globalThis.process.env.LAX']],
    ["import { env } from 'node:process'", ['import env']],
    ['env[name]', ['env[]']],
  ])('is seen in %j', (text, found) => {
    expect(uses({ path: 'electron/main/x.ts', text })).toEqual(found)
  })
})
