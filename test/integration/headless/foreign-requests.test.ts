import { describe, expect, it } from 'vitest'
import { scripted, type TestHost, testHost } from '../../support/headless.ts'

/** What somebody who is let in would have got at. */
const doors = ['/', '/assets/index-AbCd_123.js', '/events', '/rpc/host.status', '/enter/key']

async function knockAtAll(host: TestHost, headers: Record<string, string | string[]>): Promise<number[]> {
  const cookie = await host.enter()
  const statuses: number[] = []
  for (const door of doors) {
    const asking = door.startsWith('/rpc/') ? scripted(host, cookie, { headers }) : { headers: { cookie, ...headers } }
    statuses.push((await host.ask(door, asking)).status)
  }
  expect(host.desk.reached).toEqual([])
  return statuses
}

describe('a request under another name', () => {
  it.each([
    'localhost:PORT',
    'casebook.attacker.example:PORT',
    '127.0.0.1.attacker.example:PORT',
    '127.0.0.1',
    '127.0.0.1:1',
    '[::1]:PORT',
    '127.1:PORT',
    '2130706433:PORT',
    '127.0.0.1:PORT@attacker.example',
    '127.0.0.1:0PORT',
  ])('is refused, as a name that was made to point here would come: Host “%s”', async (name) => {
    await using host = await testHost()
    const statuses = await knockAtAll(host, { host: name.replace('PORT', String(host.port)) })
    expect(statuses).toEqual(doors.map(() => 421))
  })

  it('is refused where it gives two names', async () => {
    await using host = await testHost()
    const own = `127.0.0.1:${host.port}`
    const answer = await host.raw(
      `GET / HTTP/1.1\r\nHost: ${own}\r\nHost: attacker.example\r\nConnection: close\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 4(00|21) /)
  })

  it('is refused where it names none', async () => {
    await using host = await testHost()
    expect(await host.raw('GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
    expect(await host.raw('GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 421 /)
    expect(await host.raw('GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 4(00|21) /)
  })

  it('is refused where the request line itself names another host', async () => {
    await using host = await testHost()
    const own = `127.0.0.1:${host.port}`
    for (const target of [
      'http://attacker.example/',
      `http://${own}/`,
      '//attacker.example/',
      '*',
      'attacker.example:80',
    ]) {
      const answer = await host.raw(`GET ${target} HTTP/1.1\r\nHost: ${own}\r\nConnection: close\r\n\r\n`)
      expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    }
  })
})

describe('a request from another page', () => {
  it.each([
    'https://attacker.example',
    'null',
    'http://localhost:PORT',
    'https://127.0.0.1:PORT',
    'http://127.0.0.1',
    'http://127.0.0.1:1',
    'http://127.0.0.1:PORT.attacker.example',
    'HTTP://127.0.0.1:PORT',
    '',
  ])('is refused by its Origin “%s”', async (origin) => {
    await using host = await testHost()
    const statuses = await knockAtAll(host, { origin: origin.replace('PORT', String(host.port)) })
    expect(statuses).toEqual(doors.map(() => 403))
  })

  it.each(['cross-site', 'same-site', 'sideways', ''])('is refused by Sec-Fetch-Site “%s”', async (site) => {
    await using host = await testHost()
    expect(await knockAtAll(host, { 'sec-fetch-site': site })).toEqual(doors.map(() => 403))
  })

  it('runs no operation where the browser does not say whose script it is', async () => {
    await using host = await testHost()
    const cookie = await host.enter()
    const headers = { cookie, 'content-type': 'application/json' }
    expect((await host.ask('/rpc/host.status', { method: 'POST', headers, body: '{}' })).status).toBe(403)
    const typed = scripted(host, cookie, { headers: { 'sec-fetch-site': 'none' } })
    expect((await host.ask('/rpc/host.status', typed)).status).toBe(403)
    expect(host.desk.reached).toEqual([])
  })

  it('gets no permission to read across origins, nor an answer to a preflight', async () => {
    await using host = await testHost()
    const cookie = await host.enter()
    const preflight = await host.ask('/rpc/host.status', {
      method: 'OPTIONS',
      headers: { origin: 'https://attacker.example', 'access-control-request-method': 'POST' },
    })
    const own = await host.ask('/rpc/host.status', scripted(host, cookie))
    expect(preflight.status).toBe(403)
    expect(own.status).toBe(200)
    for (const { headers } of [preflight, own]) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([])
      expect(headers['cross-origin-resource-policy']).toBe('same-origin')
    }
  })

  it('is not shown in a frame of another page', async () => {
    await using host = await testHost()
    const { headers } = await host.ask('/', { headers: { cookie: await host.enter() } })
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['x-frame-options']).toBe('DENY')
  })

  it('is told apart from the person, who types the address or follows it from a terminal', async () => {
    await using host = await testHost()
    const cookie = await host.enter()
    for (const site of ['none', 'same-origin']) {
      expect((await host.ask('/', { headers: { cookie, 'sec-fetch-site': site } })).status).toBe(200)
    }
  })
})
