import { describe, expect, test } from 'vitest'
import { createClient } from '../../../../renderer/client/client.ts'
import { type EventStream, type HttpParts, httpTransport } from '../../../../renderer/client/http-transport.ts'
import { OperationError } from '../../../../renderer/client/operation-error.ts'
import type { Link } from '../../../../renderer/client/transport.ts'
import type { ChangeEvent } from '../../../../shared/contract/index.ts'

interface Asked {
  readonly url: string
  readonly init: RequestInit
}

/** A host that answers with what it is given, and remembers what it was asked. */
function hostThat(answer: () => Promise<Response>) {
  const asked: Asked[] = []
  const parts: HttpParts = {
    fetch: (url, init) => {
      asked.push({ url, init })
      return answer()
    },
    openStream: () => {
      throw new Error('no stream in this test')
    },
    later: () => () => {},
  }
  return { asked, client: createClient(httpTransport(parts)) }
}

const json = (value: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(value), { status }))

describe('an operation over HTTP', () => {
  test('is a POST of JSON to an address relative to the page, with the session cookie', async () => {
    const { asked, client } = hostThat(() => json({ ok: true, value: { profiles: ['payer'] } }))
    expect(await client.send('profile.list', {})).toEqual({ profiles: ['payer'] })
    expect(asked).toHaveLength(1)
    expect(asked[0]?.url).toBe('rpc/profile.list')
    expect(asked[0]?.init).toMatchObject({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
      credentials: 'same-origin',
    })
  })

  test('that is refused throws the sentence, the remedy, the field and the values of the host', async () => {
    const error = {
      code: 'account-id.wrong-length',
      message: 'Thirteen digits.',
      remedy: 'Use twelve.',
      field: 'managementAccountId',
      params: { text: '1234567890123' },
    }
    const { client } = hostThat(() => json({ ok: false, error }, 422))
    const thrown = await client.send('profile.list', {}).catch((e: unknown) => e)
    expect(thrown).toBeInstanceOf(OperationError)
    expect(thrown).toMatchObject(error)
  })

  test('that reaches no host says so in its own words', async () => {
    const { client } = hostThat(() => Promise.reject(new TypeError('fetch failed')))
    await expect(client.send('profile.list', {})).rejects.toMatchObject({ code: 'client.offline', field: null })
  })

  test.each([401, 403])('that is turned away at the door (%i) asks for a fresh address', async (status) => {
    const { client } = hostThat(() => Promise.resolve(new Response('<h1>Closed</h1>', { status })))
    await expect(client.send('profile.list', {})).rejects.toMatchObject({ code: 'client.session' })
  })

  test('that is refused with an envelope is a refusal, whatever its status', async () => {
    const error = { code: 'practice.only', message: 'm', remedy: 'r', field: null, params: {} }
    const { client } = hostThat(() => json({ ok: false, error }, 403))
    await expect(client.send('practice.state', {})).rejects.toMatchObject({ code: 'practice.only' })
  })

  test.each(['', '<html>', '42', 'null', '{}'])('that answers %j is not taken for a reply', async (text) => {
    const { client } = hostThat(() => Promise.resolve(new Response(text)))
    await expect(client.send('profile.list', {})).rejects.toMatchObject({ code: 'client.not-a-reply' })
  })
})

/** A stream whose events the test makes itself. */
class Stream implements EventStream {
  onopen: EventStream['onopen'] = null
  onerror: EventStream['onerror'] = null
  onmessage: EventStream['onmessage'] = null
  readyState = 0
  closed = false
  close(): void {
    this.closed = true
  }
  says(data: string): void {
    this.onmessage?.({ data } as MessageEvent<string>)
  }
  opens(): void {
    this.readyState = 1
    this.onopen?.({} as Event)
  }
  fails(readyState: number): void {
    this.readyState = readyState
    this.onerror?.({} as Event)
  }
}

function listening() {
  const streams: Stream[] = []
  const waiting: (() => void)[] = []
  const events: ChangeEvent[] = []
  const links: Link[] = []
  const transport = httpTransport({
    fetch: () => Promise.reject(new Error('not asked in this test')),
    openStream: (url) => {
      expect(url).toBe('events')
      const stream = new Stream()
      streams.push(stream)
      return stream
    },
    later: (run) => {
      waiting.push(run)
      return () => waiting.splice(waiting.indexOf(run), 1)
    },
  })
  const stop = transport.listen({ change: (e) => events.push(e), link: (l) => links.push(l) })
  return { streams, waiting, events, links, stop }
}

describe('the stream of events over HTTP', () => {
  test('hands on change events and passes over everything else', () => {
    const { streams, events } = listening()
    const event = { topic: 'cases', sequence: 7, ids: ['a'] }
    for (const text of [
      '',
      'null',
      '{"topic":"weather","sequence":1,"ids":[]}',
      '{"topic":"cases"}',
      JSON.stringify(event),
    ]) {
      streams[0]?.says(text)
    }
    expect(events).toEqual([event])
  })

  test('tells when the host falls silent and when it is heard again', () => {
    const { streams, links, waiting } = listening()
    streams[0]?.opens()
    streams[0]?.fails(0)
    streams[0]?.opens()
    expect(links).toEqual(['up', 'down', 'up'])
    expect(waiting).toHaveLength(0)
  })

  test('is opened anew where the browser itself has given up, and not after it was stopped', () => {
    const { streams, links, waiting, stop } = listening()
    streams[0]?.fails(2)
    expect(waiting).toHaveLength(1)
    waiting[0]?.()
    expect(streams).toHaveLength(2)
    streams[1]?.fails(2)
    stop()
    expect(streams[1]?.closed).toBe(true)
    expect(links).toEqual(['down', 'down'])
    // The first waiting one has run, the second was called off.
    expect(waiting).toHaveLength(1)
  })
})
