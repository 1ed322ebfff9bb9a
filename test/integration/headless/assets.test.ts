import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '../../../electron/workspace/page/headers.ts'
import { testHost } from '../../support/headless.ts'

describe('the pages', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    ['/index.html', 'text/html; charset=utf-8', 'no-cache'],
    ['/assets/index-AbCd_123.js', 'text/javascript; charset=utf-8', 'private, max-age=31536000, immutable'],
    ['/assets/index-AbCd_123.css?v=1', 'text/css; charset=utf-8', 'private, max-age=31536000, immutable'],
    ['/assets/inter-AbCd_124.woff2', 'font/woff2', 'private, max-age=31536000, immutable'],
  ])('are served with their type, and kept as long as they stay the same: %s', async (path, type, cache) => {
    await using host = await testHost()
    const { status, headers } = await host.ask(path, { headers: { cookie: await host.enter() } })
    expect(status).toBe(200)
    expect(headers['content-type']).toBe(type)
    expect(headers['cache-control']).toBe(cache)
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  it('are served byte for byte, with their length, and to HEAD without their bytes', async () => {
    await using host = await testHost()
    const headers = { cookie: await host.enter() }
    const page = await host.ask('/', { headers })
    const bytes = await readFile(join(host.folder, 'inside', 'index.html'), 'utf8')
    expect(page.text).toBe(bytes)
    const head = await host.ask('/', { method: 'HEAD', headers })
    expect([head.status, head.text, head.headers['content-length']]).toEqual([200, '', String(bytes.length)])
  })

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('are not served to %s', async (method) => {
    await using host = await testHost()
    const { status, headers } = await host.ask('/', { method, headers: { cookie: await host.enter() } })
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
  })

  it.each([
    ['a parent', '/../secret.json'],
    ['a parent further in', '/assets/../../secret.json'],
    ['an encoded parent', '/%2e%2e/secret.json'],
    ['an encoded slash', '/..%2fsecret.json'],
    ['a twice encoded parent', '/%252e%252e/secret.json'],
    ['a backslash', '/..\\secret.json'],
    ['an encoded backslash', '/..%5csecret.json'],
    ['an overlong slash', '/..%c0%afsecret.json'],
    ['a NUL', '/index.html%00.js'],
    ['an absolute path', '//etc/passwd'],
    ['a drive', '/C:/secret.json'],
    ['a stream of a file', '/index.html::$DATA'],
    ['a trailing dot', '/index.html.'],
    ['other letters', '/INDEX.HTML'],
    ['a folder', '/assets'],
    ['a folder with its slash', '/assets/'],
    ['a doubled slash', '/assets//index-AbCd_123.js'],
    ['a link to a file', '/linked.json'],
    ['a way through a linked folder', '/linked/secret.json'],
    ['a kind of file that no page has', '/notes.txt'],
    ['an encoded name of a file that is there', '/%69ndex.html'],
  ])('do not lead out of their folder by %s', async (_what, path) => {
    await using host = await testHost()
    const cookie = await host.enter()
    const asked = path.includes('\\') || path.startsWith('//')
    const answer = asked
      ? await host.raw(
          `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`,
        )
      : await host.ask(path, { headers: { cookie } }).then(({ status, text }) => `HTTP/1.1 ${status} ${text}`)
    expect(answer).toMatch(/^HTTP\/1\.1 40[04] /)
    expect(answer).not.toContain('secret')
  })

  it('tell the log, and nobody else, where one cannot be read any more', async () => {
    await using host = await testHost()
    const headers = { cookie: await host.enter() }
    await rm(join(host.folder, 'inside', 'index.html'))
    const { status, text } = await host.ask('/', { headers })
    expect(status).toBe(500)
    expect(text).not.toContain(host.folder)
    expect(host.log.lines).toMatchObject([{ event: 'headless.failed' }])
  })
})

describe('every answer', () => {
  it('carries the security headers, whoever asked and whatever for', async () => {
    await using host = await testHost()
    const cookie = await host.enter()
    const answers = [
      await host.ask('/', { headers: { cookie } }),
      await host.ask('/assets/index-AbCd_123.js', { headers: { cookie } }),
      await host.ask('/nothing', { headers: { cookie } }),
      await host.ask('/', { headers: {} }),
      await host.ask('/', { headers: { host: 'attacker.example' } }),
      await host.ask('/enter/x'),
      await host.ask('/rpc/host.status', { method: 'PUT' }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 401, 421, 403, 405])
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        'content-security-policy': contentSecurityPolicy("'self'"),
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      })
      expect(headers['permissions-policy']).toContain('camera=()')
      expect(headers['x-powered-by']).toBeUndefined()
    }
  })
})
