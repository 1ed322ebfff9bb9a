import { describe, expect, it } from 'vitest'
import { createSessions } from '../../../electron/headless/sessions.ts'
import { scripted, testHost } from '../../support/headless.ts'

describe('the way in', () => {
  it('turns the key in the printed address into a cookie, and leads to an address without it', async () => {
    await using host = await testHost()
    const { status, headers } = await host.ask(new URL(host.host.url).pathname)
    expect(status).toBe(303)
    expect(headers.location).toBe('/')
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['referrer-policy']).toBe('no-referrer')
    const [cookie = '', ...attributes] = headers['set-cookie']?.[0]?.split('; ') ?? []
    expect(attributes).toEqual(['Path=/', 'HttpOnly', 'SameSite=Strict', 'Max-Age=2592000'])
    expect((await host.ask('/', { headers: { cookie } })).text).toContain('<title>MSP Casebook</title>')
  })

  it('has keys and cookies of 256 bits, none like another', async () => {
    await using host = await testHost()
    const keys = [host.host.url, host.host.newAddress()].map((url) => url.split('/enter/')[1] ?? '')
    const cookies = [await host.enter(), await host.enter()].map((cookie) => cookie.split('=')[1] ?? '')
    const secrets = [...keys, ...cookies]
    expect(secrets.map((secret) => Buffer.from(secret, 'base64url').length)).toEqual([32, 32, 32, 32])
    expect(new Set(secrets).size).toBe(4)
  })

  it('lets one browser in with one key, and tells the next how to get in', async () => {
    await using host = await testHost()
    expect(await host.enter(host.host.url)).not.toBe('')
    const again = await host.ask(new URL(host.host.url).pathname)
    expect(again.status).toBe(403)
    expect(again.headers['set-cookie']).toBeUndefined()
    expect(again.text).toContain('Press Enter in the terminal')
  })

  it('leads a browser that is in already to the page, and spends no key for it', async () => {
    await using host = await testHost()
    const cookie = await host.enter(host.host.url)
    const fresh = host.host.newAddress()
    for (const url of [host.host.url, fresh]) {
      const { status, headers } = await host.ask(new URL(url).pathname, { headers: { cookie } })
      expect([status, headers.location, headers['set-cookie']]).toEqual([303, '/', undefined])
    }
    expect(await host.enter(fresh)).not.toBe('')
  })

  it.each(['', 'x', 'A'.repeat(43), '%00', '../'])('does not know the key “%s”', async (key) => {
    await using host = await testHost()
    const { status, headers } = await host.ask(`/enter/${key}`)
    expect(status).toBe(403)
    expect(headers['set-cookie']).toBeUndefined()
  })

  it('keeps the key from a browser that only fetches ahead', async () => {
    await using host = await testHost()
    const ahead = await host.ask(new URL(host.host.url).pathname, { headers: { 'sec-purpose': 'prefetch;prerender' } })
    expect(ahead.headers['set-cookie']).toBeUndefined()
    expect(await host.enter(host.host.url)).not.toBe('')
  })

  it.each(['/', '/index.html', '/assets/index-AbCd_123.js', '/events', '/nothing'])(
    'shows nothing of %s without a session',
    async (path) => {
      await using host = await testHost()
      for (const cookie of ['', `casebook-${host.port}=`, `casebook-${host.port}=${'A'.repeat(43)}`, 'casebook=x']) {
        const { status, text } = await host.ask(path, { headers: { cookie } })
        expect(status).toBe(401)
        expect(text).toContain('it carries a key')
      }
    },
  )

  it('runs no operation without a session', async () => {
    await using host = await testHost()
    const { status } = await host.ask('/rpc/host.status', scripted(host, ''))
    expect(status).toBe(401)
    expect(host.desk.reached).toEqual([])
  })

  it('does not take the cookie of another host on this machine', async () => {
    await using one = await testHost()
    await using other = await testHost()
    const cookie = await other.enter()
    expect((await one.ask('/', { headers: { cookie } })).status).toBe(401)
    const renamed = cookie.replace(String(other.port), String(one.port))
    expect((await one.ask('/', { headers: { cookie: renamed } })).status).toBe(401)
  })

  it('finds its cookie among others', async () => {
    await using host = await testHost()
    const cookie = await host.enter()
    const { status } = await host.ask('/', { headers: { cookie: `theme=dark; ${cookie}; casebook-1=x` } })
    expect(status).toBe(200)
  })
})

describe('sessions', () => {
  it('let old keys go when many new ones are asked for', () => {
    const sessions = createSessions(1)
    const first = sessions.newKey()
    const later = Array.from({ length: 32 }, () => sessions.newKey())
    expect(sessions.exchange(first)).toBeNull()
    expect(later.map((key) => sessions.exchange(key)).filter((cookie) => cookie === null)).toEqual([])
  })
})
