import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { scripted, type TestHost, testHost } from '../../support/headless.ts'

function connection(host: TestHost, bytes: string): { closed: Promise<string>; send(more: string): void } {
  let text = ''
  const socket = connect({ host: '127.0.0.1', port: host.port }, () => socket.write(bytes))
  socket.setEncoding('latin1').on('data', (chunk) => {
    text += chunk
  })
  socket.on('error', () => {})
  return {
    closed: new Promise((resolve) => socket.on('close', () => resolve(text))),
    send: (more) => void socket.write(more),
  }
}

describe('an operation', () => {
  it('is run, and answered in the envelope', async () => {
    await using host = await testHost()
    const reply = await host.ask('/rpc/host.status', scripted(host, await host.enter()))
    expect(reply.status).toBe(200)
    expect(reply.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(reply.headers['cache-control']).toBe('no-store')
    expect(JSON.parse(reply.text)).toMatchObject({ ok: true, value: { version: '1.2.3' } })
  })

  it.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])(
    'is not run by %s',
    async (method) => {
      await using host = await testHost()
      const asking = scripted(host, await host.enter(), { method })
      const { status, headers } = await host.ask('/rpc/host.status', { ...asking, body: '' })
      expect(status).toBe(405)
      expect(headers.allow).toBe('POST')
      expect(host.desk.reached).toEqual([])
    },
  )

  it.each(['x-http-method-override', 'x-method-override', 'x-http-method'])('is not run by %s', async (name) => {
    await using host = await testHost()
    const asking = scripted(host, await host.enter(), { method: 'GET', headers: { [name]: 'POST' } })
    expect((await host.ask('/rpc/host.status?_method=POST', { ...asking, body: '' })).status).toBe(405)
    expect(host.desk.reached).toEqual([])
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-16',
    'application/json, text/plain',
    'text/plain; application/json',
    'application/jsonp',
    '',
  ])('is not run from a body of type “%s”, which a form could send', async (type) => {
    await using host = await testHost()
    const asking = scripted(host, await host.enter(), { headers: { 'content-type': type } })
    const { status, text } = await host.ask('/rpc/host.status', asking)
    expect(status).toBe(415)
    expect(JSON.parse(text).error.code).toBe('input.not-json')
    expect(host.desk.reached).toEqual([])
  })

  it('is run from JSON that names its character set', async () => {
    await using host = await testHost()
    const asking = scripted(host, await host.enter(), {
      headers: { 'content-type': 'application/json; charset=UTF-8' },
    })
    expect((await host.ask('/rpc/host.status', asking)).status).toBe(200)
  })

  it('is not run from a body that has to be unpacked first', async () => {
    await using host = await testHost()
    const asking = scripted(host, await host.enter(), { headers: { 'content-encoding': 'gzip' } })
    expect((await host.ask('/rpc/host.status', asking)).status).toBe(415)
    expect(host.desk.reached).toEqual([])
  })

  it('is not run from bytes that are no UTF-8', async () => {
    await using host = await testHost()
    const asking = scripted(host, await host.enter(), { body: new Uint8Array([0x7b, 0xc0, 0xaf, 0x7d]) })
    const { status, text } = await host.ask('/rpc/host.status', asking)
    expect(status).toBe(400)
    expect(JSON.parse(text).error.code).toBe('input.not-json')
  })
})

describe('a body that is too large', () => {
  it('is refused by the length it announces, before it is read', async () => {
    await using host = await testHost({}, { bodyBytes: 100, head: 50, request: 100, look: 10 })
    const cookie = await host.enter()
    const head = `POST /rpc/host.status HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nOrigin: ${host.host.origin}\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\n`
    expect(await host.raw(`${head}Content-Length: 101\r\n\r\n`)).toMatch(/^HTTP\/1\.1 413 /)
    const { status, text } = await host.ask('/rpc/host.status', scripted(host, cookie, { body: ' '.repeat(101) }))
    expect(status).toBe(413)
    expect(JSON.parse(text).error.code).toBe('input.too-large')
    expect((await host.ask('/rpc/host.status', scripted(host, cookie, { body: '{}'.padEnd(100) }))).status).toBe(200)
    expect(host.desk.reached).toHaveLength(1)
  })

  it('is refused by what really came, where it announces nothing', async () => {
    await using host = await testHost({}, { bodyBytes: 100 })
    const headers = { 'transfer-encoding': 'chunked' }
    const asking = scripted(host, await host.enter(), { headers, body: ' '.repeat(100_000) })
    expect((await host.ask('/rpc/host.status', asking)).status).toBe(413)
    expect(host.desk.reached).toEqual([])
  })

  it('is not even looked at without a session', async () => {
    await using host = await testHost({}, { bodyBytes: 100 })
    expect((await host.ask('/rpc/host.status', scripted(host, '', { body: ' '.repeat(101) }))).status).toBe(401)
  })

  it('may not announce one length and send another', async () => {
    await using host = await testHost()
    const cookie = await host.enter()
    const head = `POST /rpc/host.status HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nOrigin: ${host.host.origin}\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\n`
    const twice = `${head}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`
    expect(await host.raw(twice)).toMatch(/^HTTP\/1\.1 400 /)
    expect(await host.raw(`${head}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{} `)).toMatch(/^HTTP\/1\.1 400 /)
    expect(host.desk.reached).toEqual([])
  })
})

describe('a slow client', () => {
  const impatient = { head: 50, request: 100, look: 10 }

  it('that does not finish the head of its request is cut off', async () => {
    await using host = await testHost({}, impatient)
    const { closed } = connection(host, 'GET / HTTP/1.1\r\nHost: 127')
    expect(await closed).toMatch(/^HTTP\/1\.1 408 /)
  })

  it('that does not finish its body is cut off, and nothing is run', async () => {
    await using host = await testHost({}, impatient)
    const cookie = await host.enter()
    const head = `POST /rpc/host.status HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nOrigin: ${host.host.origin}\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n`
    expect(await connection(host, `${head}{`).closed).toMatch(/^(HTTP\/1\.1 408 |$)/)
    expect(host.desk.reached).toEqual([])
    expect(host.log.lines).toEqual([])
  })

  it('that sends more than a head may hold is cut off', async () => {
    await using host = await testHost()
    const answer = await host.raw(
      `GET / HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 431 /)
  })

  it('keeps nobody else waiting: connections over the limit are dropped', async () => {
    await using host = await testHost({}, { connections: 1, ...impatient })
    const first = connection(host, 'GET / HTTP/1.1\r\n')
    expect(await connection(host, 'GET / HTTP/1.1\r\n').closed).toBe('')
    await first.closed
  })
})

describe('a connection', () => {
  it('is taken on the loopback address only', async () => {
    await using host = await testHost()
    expect(host.host.origin).toBe(`http://127.0.0.1:${host.port}`)
    const elsewhere = connect({ host: '127.0.0.2', port: host.port })
    const outcome = await new Promise((resolve) => {
      elsewhere.on('error', (error: NodeJS.ErrnoException) => resolve(error.code))
      elsewhere.on('connect', () => resolve('connected'))
    })
    elsewhere.destroy()
    expect(outcome).not.toBe('connected')
  })

  it('is not made into a socket of another protocol', async () => {
    await using host = await testHost()
    const cookie = await host.enter()
    const answer = await host.raw(
      `GET /events HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: https://attacker.example\r\nCookie: ${cookie}\r\n\r\n`,
    )
    expect(answer).not.toContain('101 Switching')
    expect(await host.raw(`CONNECT attacker.example:443 HTTP/1.1\r\nHost: attacker.example:443\r\n\r\n`)).toBe('')
  })
})
