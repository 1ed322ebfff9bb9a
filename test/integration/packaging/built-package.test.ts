import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { packagedFiles, packageTargets } from '../../../scripts/package/file-list.mjs'
import { packageFindings } from '../../../scripts/package/findings.mjs'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const config = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8'))

it.each(packageTargets)('what was built makes a whole package for $platform-$arch', (target) => {
  const files = packagedFiles(config, target)
  expect(packageFindings(files, target)).toEqual([])

  // Whatever the programs in it load of each other is in it too.
  const paths = new Set(files.map(({ path }) => path))
  const chunks = files.filter(({ path }) => path.endsWith('.mjs'))
  const loaded = chunks.flatMap(({ path }) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/(?:from|import)\s*\(?\s*"(\.\.?\/[^"]+\.mjs)"/g)].map(
      ([, to = '']) => join(path, '..', to).replaceAll('\\', '/'),
    ),
  )
  expect(loaded.length).toBeGreaterThan(10)
  expect(loaded.filter((path) => !paths.has(path))).toEqual([])
})
