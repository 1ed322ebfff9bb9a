import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { createPracticeGateway } from '../../../electron/aws/gateway.ts'
import type { Patience } from '../../../electron/aws/transport.ts'
import { reply, smallServer } from '../../support/small-server.ts'

const owner = '123456789012'
const file = Buffer.from('AWSTemplateFormatVersion: 2010-09-09\nResources: {}\n')

function session(endpoint: string, patience: Partial<Patience> = {}) {
  return createPracticeGateway({ endpoint, patience: { attempts: 1, ...patience } }).session({
    profile: null,
    region: 'us-east-1',
    partition: 'aws',
    accountId: owner,
  })
}

function head(response: ServerResponse, length: number | null): void {
  response.writeHead(200, {
    etag: '"9e107d9d372bb6826bd81d3542a419d6"',
    'last-modified': 'Sat, 14 Nov 2026 15:20:00 GMT',
    'x-amz-request-id': 'REQ1',
    ...(length !== null && { 'content-length': length }),
  })
}

/** A server that sends `bytes` of the file and breaks off, as often as `times` says, and whole after that. */
function cutting(bytes: number, times: number) {
  return smallServer((_request, response, index) => {
    head(response, file.length)
    if (index >= times) response.end(file)
    else if (bytes === 0) response.flushHeaders()
    else response.write(file.subarray(0, bytes))
    if (index < times) response.socket?.end(() => response.destroy())
  })
}

describe('a download', () => {
  it('brings the whole file with its facts, and asks for it as the owner’s', async () => {
    const { url, seen } = await smallServer((_request, response) => {
      head(response, file.length)
      response.end(file)
    })
    expect(await session(url).getObject('acme-cur', 'p/r/crawler-cfn.yml', owner, 1_000)).toEqual({
      ok: true,
      requestId: 'REQ1',
      value: {
        bytes: file,
        facts: {
          bucket: 'acme-cur',
          key: 'p/r/crawler-cfn.yml',
          size: file.length,
          modifiedAt: '2026-11-14T15:20:00.000Z',
          etag: '9e107d9d372bb6826bd81d3542a419d6',
        },
      },
    })
    expect(seen[0]?.url).toBe('/acme-cur/p/r/crawler-cfn.yml?x-id=GetObject')
    expect(seen[0]?.headers['x-amz-expected-bucket-owner']).toBe(owner)
  })

  it('cut at any byte gives a fault and never a part', async () => {
    for (let bytes = 0; bytes < file.length; bytes += 1) {
      const { url } = await cutting(bytes, Number.POSITIVE_INFINITY)
      const asked = await session(url).getObject('b', 'k', owner, 1_000)
      expect(asked).toMatchObject({
        ok: false,
        fault: {
          kind: 'offline',
          code: 'CutShort',
          action: 's3:GetObject',
          message: expect.stringContaining(`after ${bytes} of`),
        },
      })
    }
  })

  it('cut once is fetched anew from its first byte', async () => {
    const { url, seen } = await cutting(17, 1)
    expect(await session(url).getObject('b', 'k', owner, 1_000)).toMatchObject({ ok: true, value: { bytes: file } })
    expect(seen).toHaveLength(2)
  })

  it('of a file beyond the limit is refused before its bytes are taken', async () => {
    const { url, seen } = await smallServer((_request, response) => {
      head(response, 5_000_000)
      response.write(file)
    })
    expect(await session(url).getObject('b', 'k', owner, 4_999_999)).toMatchObject({
      ok: false,
      fault: { kind: 'limit', code: 'EntityTooLarge' },
    })
    expect(seen).toHaveLength(1)
  })

  it('of just the limit is taken', async () => {
    const { url } = await smallServer((_request, response) => {
      head(response, file.length)
      response.end(file)
    })
    expect(await session(url).getObject('b', 'k', owner, file.length)).toMatchObject({ ok: true })
  })

  it('of a file whose length is not told is refused, since a part could not be told from it', async () => {
    const { url } = await smallServer((_request, response) => {
      head(response, null)
      response.end(file)
    })
    expect(await session(url).getObject('b', 'k', owner, 1_000)).toMatchObject({
      ok: false,
      fault: { code: 'CutShort' },
    })
  })

  it('whose bytes do not match their checksum is refused', async () => {
    const { url } = await smallServer((_request, response) => {
      response.setHeader('x-amz-checksum-crc32', 'AAAAAA==')
      head(response, file.length)
      response.end(file)
    })
    expect(await session(url).getObject('b', 'k', owner, 1_000)).toMatchObject({
      ok: false,
      fault: { kind: 'offline', code: 'CutShort', message: expect.stringContaining('Checksum mismatch') },
    })
  })

  it.each([
    ['stops', { idle: 60 }, 'timeout'],
    ['never ends in time', { idle: 10_000, download: 60 }, 'timeout'],
  ] as const)('that %s is a time-out', async (_what, patience, kind) => {
    const { url } = await smallServer((_request, response) => {
      head(response, file.length)
      response.write(file.subarray(0, 10))
    })
    expect(await session(url, patience).getObject('b', 'k', owner, 1_000)).toMatchObject({ ok: false, fault: { kind } })
  })

  it.each([
    ['NoSuchKey', 404, 'not-found'],
    ['NoSuchBucket', 404, 'not-found'],
    ['AccessDenied', 403, 'no-access'],
  ])('answered with %s is told as such', async (code, status, kind) => {
    const { url } = await smallServer((_request, response) => reply.s3Error(response, code, status))
    expect(await session(url).getObject('b', 'k', owner, 1_000)).toMatchObject({
      ok: false,
      fault: { kind, code, action: 's3:GetObject', requestId: 'REQ-XML' },
    })
  })
})

describe('an object’s head', () => {
  it('tells its size without its bytes', async () => {
    const { url, seen } = await smallServer((_request, response) => {
      head(response, 9_713)
      response.end()
    })
    expect(await session(url).headObject('b', 'k', owner)).toMatchObject({ ok: true, value: { size: 9_713, key: 'k' } })
    expect(seen[0]?.method).toBe('HEAD')
  })

  it('that has no body to explain itself is told by its status', async () => {
    const { url } = await smallServer((_request, response) => response.writeHead(404).end())
    expect(await session(url).headObject('b', 'k', owner)).toMatchObject({ ok: false, fault: { kind: 'not-found' } })
  })
})

describe('a listing', () => {
  const contents = (key: string) =>
    `<Contents><Key>${key}</Key><LastModified>2026-11-14T15:20:00.000Z</LastModified><ETag>"e"</ETag><Size>3</Size></Contents>`

  it('follows every page', async () => {
    const { url, seen } = await smallServer((request, response) => {
      const last = request.url.includes('continuation-token=more')
      reply.xml(
        response,
        `<ListBucketResult><Name>b</Name><IsTruncated>${!last}</IsTruncated>${last ? '' : '<NextContinuationToken>more</NextContinuationToken>'}${contents(last ? 'p/2' : 'p/1')}</ListBucketResult>`,
      )
    })
    const listed = await session(url).listObjects('b', 'p/', owner)
    expect(listed.ok && listed.value.map(({ key, size, etag }) => [key, size, etag])).toEqual([
      ['p/1', 3, 'e'],
      ['p/2', 3, 'e'],
    ])
    expect(seen.every(({ headers }) => headers['x-amz-expected-bucket-owner'] === owner)).toBe(true)
  })

  it('without end is a limit, not a part', async () => {
    const { url, seen } = await smallServer((_request, response) =>
      reply.xml(
        response,
        `<ListBucketResult><NextContinuationToken>more</NextContinuationToken>${contents('k')}</ListBucketResult>`,
      ),
    )
    expect(await session(url).listObjects('b', '', owner)).toMatchObject({ ok: false, fault: { kind: 'limit' } })
    expect(seen).toHaveLength(50)
  })

  it('of an empty folder is empty', async () => {
    const { url } = await smallServer((_request, response) =>
      reply.xml(response, '<ListBucketResult></ListBucketResult>'),
    )
    expect(await session(url).listObjects('b', 'p/', owner)).toMatchObject({ ok: true, value: [] })
  })
})
