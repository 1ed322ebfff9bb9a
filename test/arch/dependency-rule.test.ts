import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { forbiddenImports, ringOf } from './dependency-rule.ts'
import { networkUse } from './network-use.ts'
import { readImports } from './read-imports.ts'
import { rings } from './rings.ts'
import { root, sourceFiles } from './source-files.ts'

const code = sourceFiles(/\.tsx?$/)

describe('the dependency rule', () => {
  it('holds for every import of the app', () => {
    expect(code.flatMap(forbiddenImports)).toEqual([])
  })

  it('is read from files of every ring', () => {
    expect(new Set(code.map(({ path }) => ringOf(path)))).toEqual(new Set(Object.keys(rings)))
    expect(code.flatMap(({ path, text }) => readImports(path, text)).length).toBeGreaterThan(0)
  })

  it('leaves the network and the bridge to renderer/client', () => {
    expect(code.flatMap(networkUse)).toEqual([])
  })
})

describe('the tsconfig files', () => {
  const read = (path: string) => JSON.parse(readFileSync(root + path, 'utf8'))
  const references = (folder: string): string[] =>
    read(`${folder}/tsconfig.json`).references.map(({ path }: { path: string }) => posix.join(folder, path))

  it.each(Object.entries(rings))('lets %s refer to exactly the rings it may import', (folder, ring) => {
    expect(references(folder).sort()).toEqual([...ring.rings].sort())
  })

  it.each(Object.entries(rings).filter(([, ring]) => !ring.node))('keeps Node’s types out of %s', (folder) => {
    expect(read(`${folder}/tsconfig.json`).compilerOptions.types).not.toContain('node')
  })

  it('are all reached from the root', () => {
    expect(references('.').sort()).toEqual([...Object.keys(rings), 'scripts', 'test'].sort())
  })
})

describe('the test of the dependency rule', () => {
  const planted = (path: string, text: string) => forbiddenImports({ path, text })

  it.each([
    ['an adapter in a service', 'electron/services/a.ts', `import { open } from '../store/open.ts'`],
    ['a type of an adapter', 'electron/services/a.ts', `import type { Open } from '../store/open.ts'`],
    ['an import() type', 'shared/a.ts', `type App = import('../electron/services/app.ts').App`],
    ['a dynamic import', 'electron/rpc/a.ts', `await import('../workspace/open.ts')`],
    ['a dynamic import by a template', 'electron/rpc/a.ts', 'await import(`../workspace/open.ts`)'],
    ['an import that nobody can read', 'electron/store/a.ts', 'await import(name)'],
    ['export from', 'shared/domain/a.ts', `export * from '../../renderer/ui/button.tsx'`],
    ['export of names from', 'shared/domain/a.ts', `export { button } from '../../renderer/ui/button.tsx'`],
    ['require', 'electron/services/a.ts', `const { open } = require('../store/open.ts')`],
    ['import = require', 'electron/services/a.ts', `import store = require('../store/open.ts')`],
    ['a require that is made', 'electron/store/a.ts', `import { createRequire } from 'node:module'`],
    ['a builtin without import', 'electron/services/a.ts', `process.getBuiltinModule('fs')`],
    ['a glob', 'renderer/app/a.ts', `import.meta.glob('../../electron/*.ts')`],
    ['an augmented module', 'renderer/app/a.ts', `declare module 'electron' { interface App {} }`],
    ['a reference comment', 'shared/a.ts', '/// <reference types="node" />\nexport const a = 1'],
    ['electron outside main and preload', 'electron/headless/a.ts', `import { app } from 'electron'`],
    ['electron in the renderer', 'renderer/app/a.tsx', `import { ipcRenderer } from 'electron/renderer'`],
    ['SQLite outside the store', 'electron/workspace/a.ts', `import Database from 'better-sqlite3'`],
    ['the AWS SDK outside aws', 'electron/practice/a.ts', `import { S3Client } from '@aws-sdk/client-s3'`],
    ['a package that is not on the list', 'shared/a.ts', `import { useState } from 'react'`],
    ['a package with a like name', 'shared/a.ts', `import { z } from 'zod-to-anything'`],
    ['a Node module in a service', 'electron/services/a.ts', `import { join } from 'node:path'`],
    ['a Node module in rpc', 'electron/rpc/a.ts', `import { join } from 'path'`],
    ['a Node module in the preload', 'electron/preload/a.ts', `import { readFileSync } from 'node:fs'`],
    ['a Node module without its scheme', 'electron/store/a.ts', `import { join } from 'path'`],
    ['a host in a host', 'electron/main/a.ts', `import { serve } from '../headless/serve.ts'`],
    ['a host in the renderer', 'renderer/client/a.ts', `import { dispatch } from '../../electron/rpc/dispatch.ts'`],
    ['a file of no ring', 'shared/a.ts', `import { fixture } from '../test/support/fixture.ts'`],
    ['a package by its path', 'shared/a.ts', `import yaml from '../node_modules/yaml/index.js'`],
    ['a file without its ending', 'electron/store/a.ts', `import { open } from './open'`],
    ['a resource in shared', 'shared/a.ts', `import text from '../resources/mail.txt?raw'`],
  ])('fails on %s', (_what, path, text) => {
    expect(planted(path, text)).toHaveLength(1)
  })

  it('fails on a file that lies in no ring', () => {
    expect(planted('electron/helper.ts', 'export const a = 1')).toEqual(['electron/helper.ts: lies in no ring'])
  })

  it('names the file, the line, the import and the reason', () => {
    expect(planted('shared/a.ts', `export const a = 1\nimport { join } from 'node:path'`)).toEqual([
      'shared/a.ts:2 node:path: shared may not import Node’s modules',
    ])
  })

  it.each([
    ['electron/services/a.ts', `import { refuse } from '../../shared/domain/refusal.ts'`],
    ['electron/store/a.ts', `import Database from 'better-sqlite3'\nimport { join } from 'node:path'`],
    ['electron/aws/a.ts', `const { S3Client } = await import('@aws-sdk/client-s3')`],
    ['electron/cli/a.ts', `import { serve } from '../headless/serve.ts'`],
    ['electron/main/a.ts', `import { app } from 'electron'\nimport icon from '../../resources/icon.svg?url'`],
    ['renderer/app/a.tsx', `import { createRoot } from 'react-dom/client'\nimport './app.css'`],
    ['shared/a.ts', `// import { app } from 'electron'\nexport const text = "import x from 'electron'"`],
  ])('passes what %s may import', (path, text) => {
    expect(planted(path, text)).toEqual([])
  })

  it.each([
    'await fetch("/rpc")',
    'window.fetch("/rpc")',
    'globalThis["fetch"]("/rpc")',
    'const send = { fetch }',
    'new EventSource("/events")',
    'new WebSocket(address)',
    'navigator.sendBeacon("/x")',
    'window.casebook.call("case.list")',
    'const { casebook } = window',
  ])('sees the renderer talk past its client by %s', (text) => {
    expect(networkUse({ path: 'renderer/features/a.tsx', text })).not.toEqual([])
    expect(networkUse({ path: 'renderer/client/a.ts', text })).toEqual([])
  })

  it('does not take other things of these names for the network', () => {
    const text =
      'const actions = { fetch: 1 }; actions.fetch; interface A { fetch: string }; const casebook = 1; casebook'
    expect(networkUse({ path: 'renderer/features/a.ts', text })).toEqual([])
  })
})
