import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { readBody } from '../../../../electron/headless/body.ts'

function request(headers: IncomingHttpHeaders = {}) {
  const stream = new PassThrough()
  return { stream, request: Object.assign(stream, { headers }) as unknown as IncomingMessage }
}

it('gives the text of a body that came in pieces, split inside a letter', async () => {
  const { stream, request: asked } = request()
  const body = readBody(asked, 100)
  const bytes = Buffer.from('“é”')
  for (const byte of bytes) stream.write(Buffer.from([byte]))
  stream.end()
  expect(await body).toEqual({ ok: true, text: '“é”' })
})

it('takes as many bytes as the limit, and not one more', async () => {
  const exact = request()
  exact.stream.end('12345')
  expect(await readBody(exact.request, 5)).toEqual({ ok: true, text: '12345' })
  const over = request()
  over.stream.end('123456')
  expect(await readBody(over.request, 5)).toEqual({ ok: false, why: 'too-large' })
})

it('does not wait for a body that announces too much', async () => {
  const { request: asked } = request({ 'content-length': '6' })
  expect(await readBody(asked, 5)).toEqual({ ok: false, why: 'too-large' })
})

it('ends with a connection that ends early, or breaks', async () => {
  const early = request()
  const body = readBody(early.request, 5)
  early.stream.write('1')
  early.stream.destroy()
  expect(await body).toEqual({ ok: false, why: 'cut' })
  const broken = request()
  const other = readBody(broken.request, 5)
  broken.stream.destroy(new Error('reset'))
  expect(await other).toEqual({ ok: false, why: 'cut' })
})
