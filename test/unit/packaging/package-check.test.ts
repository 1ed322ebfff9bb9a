import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { parse } from 'yaml'
import { packagedFiles, packageTargets } from '../../../scripts/package/file-list.mjs'
import { packageFindings } from '../../../scripts/package/findings.mjs'
import { iconFindings } from '../../../scripts/package/icon-findings.mjs'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const config = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8'))
const project = mkdtempSync(join(tmpdir(), 'casebook-package-'))
afterAll(() => rmSync(project, { recursive: true }))

const write = (path: string, text = '') => {
  mkdirSync(dirname(join(project, path)), { recursive: true })
  writeFileSync(join(project, path), text)
}

/** A project as it lies on a build machine: what belongs into a package, and much that does not. */
const sqlite = 'node_modules/better-sqlite3'
for (const path of [
  'dist/main/main.mjs',
  'dist/chunks/a-12345678.mjs',
  'dist/preload/preload.cjs',
  'dist/renderer/index.html',
  'dist/renderer/assets/index-12345678.js',
  'resources/icons/tray.png',
  'resources/icons/tray@2x.png',
  'resources/icons/icon.ico',
  `${sqlite}/package.json`,
  `${sqlite}/lib/index.js`,
  ...packageTargets.map(({ platform, arch }) => `${sqlite}/prebuilds/${platform}-${arch}.node`),
]) {
  write(path)
}
const strangers = [
  'dist/main/main.mjs.map',
  'dist/cli/main.mjs',
  'dist/types/main.d.ts',
  'electron/main/main.ts',
  'test/unit/a.test.ts',
  'README.md',
  '.env',
  'resources/icon.svg',
  `${sqlite}/src/a.cpp`,
  `${sqlite}/deps/sqlite3.c`,
  `${sqlite}/README.md`,
  'node_modules/zod/index.js',
  'node_modules/recharts/es6/index.js',
  'node_modules/react-is/index.js',
  'node_modules/@aws-sdk/client-s3/index.js',
  'node_modules/vitest/index.js',
]
for (const path of strangers) write(path)
write('package.json', '{}')
const packages = Object.fromEntries(
  [sqlite, 'zod', 'recharts', 'react-is', '@aws-sdk/client-s3'].map((name) => [
    name === sqlite ? sqlite : `node_modules/${name}`,
    {},
  ]),
)
write('package-lock.json', JSON.stringify({ packages: { ...packages, 'node_modules/vitest': { dev: true } } }))

it.each(packageTargets)('packs for $platform-$arch what is listed, and nothing beside it', (target) => {
  const files = packagedFiles(config, target, project)
  expect(files.map(({ path }) => path)).toEqual(
    [
      'dist/chunks/a-12345678.mjs',
      'dist/main/main.mjs',
      'dist/preload/preload.cjs',
      'dist/renderer/assets/index-12345678.js',
      'dist/renderer/index.html',
      `${sqlite}/lib/index.js`,
      `${sqlite}/package.json`,
      `${sqlite}/prebuilds/${target.platform}-${target.arch}.node`,
      'package.json',
      'resources/icons/icon.ico',
      'resources/icons/tray.png',
      'resources/icons/tray@2x.png',
    ].sort(),
  )
  expect(files.filter(({ unpacked }) => unpacked).map(({ path }) => path)).toHaveLength(1)
  expect(packageFindings(files, target)).toEqual([])
})

it('finds what does not belong, what is missing, and what is too large', () => {
  const target = packageTargets[0]
  const files = packagedFiles(config, target, project)
  const more = (path: string, bytes = 1, unpacked = false) =>
    packageFindings([...files, { path, bytes, unpacked }], target)
  for (const path of [
    'dist/main/main.mjs.map',
    'dist/main/a.test.ts',
    'test/a.mjs',
    'dist/cli/main.mjs',
    'a.md',
    '.env',
    'node_modules/recharts/es6/index.js',
  ]) {
    expect(more(path)).toEqual([`${path} should not be in it`])
  }
  expect(more('dist/renderer/assets/large.js', 5_000_000)).toHaveLength(1)
  expect(more('dist/main/b.mjs', 1, true)).toEqual(['dist/main/b.mjs lies outside the archive'])
  expect(more(`${sqlite}/prebuilds/win32-x64.node`, 1, true)).toHaveLength(1)
  expect(packageFindings(files.slice(0, 1), target)).toContain('package.json is missing')
  expect(
    packageFindings(
      files.map((file) => ({ ...file, unpacked: false })),
      target,
    ),
  ).toHaveLength(1)
})

it('has the icons of all platforms, made from the drawing as it is', () => {
  const icons = join(root, 'resources', 'icons')
  const drawing = join(root, 'resources', 'icon.svg')
  expect(iconFindings(icons, drawing)).toEqual([])

  const copy = join(project, 'icons')
  cpSync(icons, copy, { recursive: true })
  rmSync(join(copy, '48x48.png'))
  writeFileSync(join(copy, '64x64.png'), readFileSync(join(icons, '32x32.png')))
  const ico = readFileSync(join(icons, 'icon.ico'))
  ico.writeUInt32LE(0, 6 + 12)
  writeFileSync(join(copy, 'icon.ico'), ico)
  writeFileSync(join(copy, 'icon.icns'), readFileSync(join(icons, 'icon.icns')).subarray(0, -1))
  writeFileSync(join(copy, 'other.svg'), '<svg/>')
  const found = iconFindings(copy, join(copy, 'other.svg')).join('\n')
  for (const part of [
    'another drawing',
    '48x48.png is missing',
    '64x64.png is 32',
    'icon.ico holds',
    'icon.icns holds',
  ]) {
    expect(found).toContain(part)
  }
})
