import { get, type IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { type TestHost, testHost } from '../../support/headless.ts'

/** An open event stream, whose text can be waited for. */
async function listen(host: TestHost, cookie: string) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ host: '127.0.0.1', port: host.port, path: '/events', headers: { cookie }, agent: false }, resolve).on(
      'error',
      reject,
    )
  })
  let text = ''
  let look = () => {}
  response.setEncoding('utf8').on('data', (chunk) => {
    // The end is all that is ever looked at; 30 MB of text would be copied at every look.
    text = (text + chunk).slice(-2_000)
    look()
  })
  response.on('error', () => {})
  return {
    response,
    ended: new Promise<string>((resolve) => response.on('close', () => resolve(text))),
    until: (pattern: RegExp) =>
      new Promise<string>((resolve) => {
        look = () => {
          if (pattern.test(text)) resolve(text)
        }
        look()
      }),
  }
}

describe('the event stream', () => {
  it('tells every open page of a change, and carries no data', async () => {
    await using host = await testHost()
    const cookie = await host.enter()
    const pages = [await listen(host, cookie), await listen(host, cookie)]
    await Promise.all(pages.map(({ until }) => until(/retry: \d+\n\n/)))
    host.changes.emit({ topic: 'cases', sequence: 12, ids: ['a', 'b'] })
    for (const page of pages) {
      expect(page.response.headers['content-type']).toBe('text/event-stream')
      expect(await page.until(/data: /)).toContain('data: {"topic":"cases","sequence":12,"ids":["a","b"]}\n\n')
    }
  })

  it('gives signs of life while nothing happens', async () => {
    await using host = await testHost({}, { heartbeat: 5 })
    const page = await listen(host, await host.enter())
    expect(await page.until(/(:\n\n){2}/)).not.toContain('data:')
  })

  it('ends when the host closes, and a page that is gone is forgotten', async () => {
    await using host = await testHost({}, { drain: 3_600_000 })
    const cookie = await host.enter()
    const gone = await listen(host, cookie)
    gone.response.destroy()
    await gone.ended
    const page = await listen(host, cookie)
    await page.until(/retry/)
    host.changes.emit({ topic: 'host', sequence: 1, ids: [] })
    await host.host.close()
    expect(await page.ended).toContain('"topic":"host"')
    host.changes.emit({ topic: 'host', sequence: 2, ids: [] })
    expect(await page.ended).not.toContain('"sequence":2')
  })

  it('is opened so many times and no more', async () => {
    await using host = await testHost({}, { eventStreams: 1 })
    const cookie = await host.enter()
    const page = await listen(host, cookie)
    expect((await host.ask('/events', { headers: { cookie } })).status).toBe(503)
    page.response.destroy()
  })

  it.each(['POST', 'HEAD', 'PUT'])('is not opened by %s', async (method) => {
    await using host = await testHost()
    const { status, headers } = await host.ask('/events', { method, headers: { cookie: await host.enter() } })
    expect([status, headers.allow]).toEqual([405, 'GET'])
  })

  it('drops a page that does not read, and keeps the others', async () => {
    await using host = await testHost()
    const cookie = await host.enter()
    const deaf = await listen(host, cookie)
    deaf.response.pause()
    const page = await listen(host, cookie)
    const ids = Array.from({ length: 16_000 }, (_, index) => `case-${index}`.padEnd(64, 'x'))
    // 30 MB: more than the system's buffers hold between the two ends, so that the rest piles up in the host.
    for (let sequence = 1; sequence <= 30; sequence++) {
      host.changes.emit({ topic: 'cases', sequence, ids })
      host.changes.emit({ topic: 'host', sequence, ids: [] })
      await page.until(new RegExp(`"sequence":${sequence},"ids":\\[\\]}\n\n$`))
    }
    deaf.response.resume()
    expect(await deaf.ended).not.toContain('"sequence":30,')
  })
})
