import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Assets, openAssets } from '../../../../../electron/workspace/page/assets.ts'
import { builtPages } from '../../../../support/headless.ts'

let folder: string
let assets: Assets

beforeAll(async () => {
  folder = await builtPages()
  assets = await openAssets(join(folder, 'inside'))
})
afterAll(() => rm(folder, { recursive: true }))

it('are found by exactly the path they lie under, and the page under /', async () => {
  expect(assets.at('/')).toBe(assets.at('/index.html'))
  expect(await assets.at('/assets/inter-AbCd_124.woff2')?.read()).toEqual(new Uint8Array([0, 255]))
})

it('are kept for ever only where the name carries a hash', () => {
  expect(assets.at('/assets/index-AbCd_123.js')?.immutable).toBe(true)
  expect(assets.at('/index.html')?.immutable).toBe(false)
})

it.each([
  '',
  'index.html',
  '/secret.json',
  '/../secret.json',
  '/linked.json',
  '/linked/secret.json',
  '/linked',
  '/assets',
  '/notes.txt',
  '/%69ndex.html',
  '/index%2ehtml',
  '/__proto__',
  '/constructor',
])('do not include “%s”', (path) => {
  expect(assets.at(path)).toBeUndefined()
})

it('need a page to start with', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'casebook-'))
  await expect(openAssets(empty)).rejects.toThrow('No index.html')
  await expect(openAssets(join(empty, 'missing'))).rejects.toMatchObject({ code: 'ENOENT' })
  await rm(empty, { recursive: true })
})

it('do not grow while the host runs', async () => {
  await writeFile(join(folder, 'inside', 'later.js'), '')
  expect(assets.at('/later.js')).toBeUndefined()
})
