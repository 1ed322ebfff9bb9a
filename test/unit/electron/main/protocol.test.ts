import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Protocol } from 'electron'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answer, serveApp } from '../../../../electron/main/protocol.ts'
import { type Assets, openAssets } from '../../../../electron/workspace/page/assets.ts'
import { securityHeaders } from '../../../../electron/workspace/page/headers.ts'
import { builtPages } from '../../../support/headless.ts'

let folder: string
let assets: Assets
beforeAll(async () => {
  folder = await builtPages()
  assets = await openAssets(join(folder, 'inside'))
})
afterAll(() => rm(folder, { recursive: true }))

const get = (url: string, method = 'GET') => answer({ method, url }, assets)

describe('app://casebook/', () => {
  it.each([
    ['app://casebook/', 'text/html; charset=utf-8'],
    ['app://casebook/index.html?x#/cases/C-42', 'text/html; charset=utf-8'],
    ['app://casebook/assets/index-AbCd_123.js', 'text/javascript; charset=utf-8'],
  ])('answers %s', async (url, type) => {
    const response = await get(url)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type)
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(0)
  })

  it.each([
    'app://casebook/../secret.json',
    'app://casebook/%2e%2e/secret.json',
    'app://casebook/..%2fsecret.json',
    'app://casebook/..\\secret.json',
    'app://casebook/..%5csecret.json',
    'app://casebook/%69ndex.html',
    'app://casebook/assets/../index.html',
    'app://casebook/%00',
    'app://casebook/linked.json',
    'app://casebook/linked/secret.json',
    'app://casebook/notes.txt',
    'app://casebook//etc/passwd',
    'app://casebook',
  ])('has nothing at %s', async (url) => {
    const response = await get(url)
    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain('secret')
  })

  it.each([
    'app://other/index.html',
    'app://casebook.attacker.example/',
    'app://user@casebook/',
    'app:index.html',
    'https://casebook/',
  ])('is not %s', async (url) => {
    expect((await get(url)).status).toBe(403)
  })

  it('is read only', async () => {
    expect((await get('app://casebook/', 'POST')).status).toBe(405)
    expect(await (await get('app://casebook/', 'HEAD')).text()).toBe('')
  })

  it('gives every answer the security headers, without a network in the policy', async () => {
    const wanted = Object.entries(securityHeaders("'none'"))
    for (const url of ['app://casebook/', 'app://casebook/nothing', 'app://other/']) {
      const { headers } = await get(url)
      expect(wanted.filter(([name, value]) => headers.get(name) !== value)).toEqual([])
    }
    expect(securityHeaders("'none'")['Content-Security-Policy']).toContain("connect-src 'none'")
  })

  it('is what the scheme is handled by', async () => {
    const handled = new Map<string, Parameters<Protocol['handle']>[1]>()
    serveApp({ handle: (scheme, handler) => void handled.set(scheme, handler) }, assets)
    expect([...handled.keys()]).toEqual(['app'])
    const response = await handled.get('app')?.({ method: 'GET', url: 'app://casebook/' } as Request)
    expect(response?.status).toBe(200)
  })
})
