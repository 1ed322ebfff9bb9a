import { createHash, randomBytes } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3'
import { beforeEach, describe, expect, test } from 'vitest'
import type { PracticeAws } from '../../../electron/practice/server.ts'
import { type Clients, clients, faultOf, otherAccount, practiceAws } from '../../support/practice.ts'

const Bucket = 'practice-bucket'
let aws: PracticeAws
let s3: Clients['s3']

beforeEach(async () => {
  aws = await practiceAws()
  s3 = clients(aws).s3
  await s3.send(new CreateBucketCommand({ Bucket }))
})

const md5 = (text: string) => `"${createHash('md5').update(text).digest('hex')}"`

describe('an object', () => {
  test('comes back byte for byte, with type, metadata, tag and date', async () => {
    const body = randomBytes(100_000)
    const Key = 'folder/näme with space+plus.bin'
    const put = await s3.send(
      new PutObjectCommand({
        Bucket,
        Key,
        Body: body,
        ContentType: 'application/x-practice',
        Metadata: { case: 'C-42' },
      }),
    )
    const got = await s3.send(new GetObjectCommand({ Bucket, Key }))
    expect(Buffer.from((await got.Body?.transformToByteArray()) ?? []).equals(body)).toBe(true)
    expect(got).toMatchObject({
      ContentType: 'application/x-practice',
      Metadata: { case: 'C-42' },
      ETag: put.ETag,
      LastModified: new Date('2026-11-21T10:00:00Z'),
      ContentLength: 100_000,
      ServerSideEncryption: 'AES256',
    })
  })

  test('is described without its body by HEAD', async () => {
    await s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'hello' }))
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'a' }))
    expect(head).toMatchObject({ ContentLength: 5, ETag: md5('hello') })
    expect((await faultOf(s3.send(new HeadObjectCommand({ Bucket, Key: 'b' })))).status).toBe(404)
  })

  test('is gone after it was deleted, and deleting it again is no error', async () => {
    await s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'hello' }))
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'a' }))
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'a' }))
    const gone = await faultOf(s3.send(new GetObjectCommand({ Bucket, Key: 'a' })))
    expect(gone).toMatchObject({ name: 'NoSuchKey', status: 404 })
  })

  test('is closed to other accounts and to requests without a signature', async () => {
    await s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'hello' }))
    const stranger = clients(aws, { accountId: otherAccount }).s3
    expect(await faultOf(stranger.send(new GetObjectCommand({ Bucket, Key: 'a' })))).toMatchObject({
      name: 'AccessDenied',
      status: 403,
    })
    const unsigned = await fetch(`${aws.url}/${Bucket}/a`)
    expect(unsigned.status).toBe(403)
    expect(await unsigned.text()).toContain('<Code>AccessDenied</Code>')
  })

  test('of the practice Spot can be read by everybody', async () => {
    const key = 'sc-msp-data-extractor-source/cfn/msp-cost-and-usage-extractor.yml'
    const open = await fetch(`${aws.url}/${key}`)
    expect([open.status, (await open.text()).includes('AccountList')]).toEqual([200, true])
    expect((await fetch(`${aws.url}/sc-msp-data-extractor-source/missing`)).status).toBe(403)
  })
})

describe('a range', () => {
  beforeEach(() => s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body: '0123456789' })))

  test.each([
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=5-99', '56789', 'bytes 5-9/10'],
  ])('%s gives its part', async (Range, text, ContentRange) => {
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'a', Range }))
    expect(await got.Body?.transformToString()).toBe(text)
    expect(got).toMatchObject({ ContentRange, ContentLength: text.length })
    expect(got.$metadata.httpStatusCode).toBe(206)
  })

  test('outside the object is refused, nonsense gives the whole', async () => {
    const outside = await faultOf(s3.send(new GetObjectCommand({ Bucket, Key: 'a', Range: 'bytes=10-12' })))
    expect(outside).toMatchObject({ name: 'InvalidRange', status: 416 })
    const nonsense = await s3.send(new GetObjectCommand({ Bucket, Key: 'a', Range: 'bytes=4-2' }))
    expect(await nonsense.Body?.transformToString()).toBe('0123456789')
  })
})

describe('a condition', () => {
  beforeEach(() => s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'hello' })))
  const at = (time: string) => new Date(`2026-11-21T${time}Z`)

  test.each([
    [{ IfNoneMatch: md5('hello') }, 304],
    [{ IfNoneMatch: md5('other') }, 200],
    [{ IfMatch: md5('hello') }, 200],
    [{ IfMatch: md5('other') }, 412],
    [{ IfModifiedSince: at('10:00:00') }, 304],
    [{ IfModifiedSince: at('09:59:59') }, 200],
    [{ IfUnmodifiedSince: at('09:59:59') }, 412],
    [{ IfUnmodifiedSince: at('10:00:00') }, 200],
  ])('%o on reading gives %i', async (condition, status) => {
    const call = s3.send(new GetObjectCommand({ Bucket, Key: 'a', ...condition }))
    if (status === 200) expect((await call).$metadata.httpStatusCode).toBe(200)
    else expect((await faultOf(call)).status).toBe(status)
  })

  test('on writing keeps what stands', async () => {
    const put = (condition: object) => s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'new', ...condition }))
    expect((await faultOf(put({ IfNoneMatch: '*' }))).status).toBe(412)
    expect((await faultOf(put({ IfMatch: md5('other') }))).status).toBe(412)
    expect((await put({ IfMatch: md5('hello') })).ETag).toBe(md5('new'))
  })
})

describe('a checksum', () => {
  const sum = (text: string) => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32BE(crc32(text))
    return bytes.toString('base64')
  }

  test('is kept and told on request', async () => {
    const put = await s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'hello', ChecksumAlgorithm: 'CRC32' }))
    expect(put.ChecksumCRC32).toBe(sum('hello'))
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'a', ChecksumMode: 'ENABLED' }))
    expect(head).toMatchObject({ ChecksumCRC32: sum('hello'), ChecksumType: 'FULL_OBJECT' })
  })

  test.each(['SHA256', 'SHA1'] as const)('%s is verified', async (ChecksumAlgorithm) => {
    await s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'hello', ChecksumAlgorithm }))
    const member = `Checksum${ChecksumAlgorithm}`
    const wrong = createHash(ChecksumAlgorithm.toLowerCase()).update('other').digest('base64')
    const fault = await faultOf(s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'hello', [member]: wrong })))
    expect(fault).toMatchObject({ name: 'BadDigest', status: 400 })
  })

  test('in a trailer of a chunked upload is decoded away from the content', async () => {
    const chunks = ['first chunk, ', 'second chunk, ', randomBytes(70_000).toString('hex')]
    const Body = Readable.from(chunks.map((one) => Buffer.from(one)))
    const ContentLength = chunks.join('').length
    await s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body, ContentLength, ChecksumAlgorithm: 'CRC32' }))
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'a', ChecksumMode: 'ENABLED' }))
    expect(await got.Body?.transformToString()).toBe(chunks.join(''))
    expect(got.ChecksumCRC32).toBe(sum(chunks.join('')))
    expect(got.ContentEncoding).toBeUndefined()
  })

  test('that a chunked upload contradicts, or a chunk cut short, is refused', async () => {
    const send = async (body: string, length: number) => {
      const headers = {
        authorization: `AWS4-HMAC-SHA256 Credential=PRACTICE111122223333/20261121/us-east-1/s3/aws4_request, Signature=0`,
        'content-encoding': 'aws-chunked',
        'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
        'x-amz-trailer': 'x-amz-checksum-crc32',
        'x-amz-decoded-content-length': String(length),
      }
      const response = await fetch(`${aws.url}/${Bucket}/chunked`, { method: 'PUT', headers, body })
      return { status: response.status, code: /<Code>(.*?)<\/Code>/.exec(await response.text())?.[1] }
    }
    const upload = (trailer: string) => `5\r\nhello\r\n0\r\nx-amz-checksum-crc32:${trailer}\r\n\r\n`
    expect((await send(upload(sum('hello')), 5)).status).toBe(200)
    expect(await send(upload(sum('other')), 5)).toEqual({ status: 400, code: 'BadDigest' })
    expect(await send('9\r\nhello\r\n', 9)).toEqual({ status: 400, code: 'IncompleteBody' })
    expect(await send(upload(sum('hello')), 6)).toEqual({ status: 400, code: 'IncompleteBody' })
  })
})

describe('a host name', () => {
  /** Sent by hand: names below localhost do not resolve on every machine. */
  const statusOf = (host: string, path: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const authorization =
        'AWS4-HMAC-SHA256 Credential=PRACTICE111122223333/20261121/us-east-1/s3/aws4_request, Signature=0'
      httpRequest(`${aws.url}${path}`, { headers: { host, authorization } }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
        .on('error', reject)
        .end()
    })

  test.each([
    `${Bucket}.s3.localhost:4566`,
    `${Bucket}.localhost:4566`,
    `${Bucket}.s3.us-east-1.localhost`,
    `${Bucket}.s3.amazonaws.com`,
    `${Bucket}.s3.us-east-1.amazonaws.com`,
    `${Bucket}.s3.dualstack.us-east-1.amazonaws.com`,
  ])('%s carries the bucket', async (host) => {
    await s3.send(new PutObjectCommand({ Bucket, Key: 'folder/a', Body: 'hello' }))
    expect(await statusOf(host, '/folder/a')).toBe(200)
  })

  test.each(['s3.amazonaws.com', 's3.us-east-1.amazonaws.com', 's3.localhost:4566', 'localhost:4566'])(
    '%s leaves it to the path',
    async (host) => {
      await s3.send(new PutObjectCommand({ Bucket, Key: 'folder/a', Body: 'hello' }))
      expect(await statusOf(host, `/${Bucket}/folder/a`)).toBe(200)
      expect(await statusOf(host, '/folder/a')).toBe(404)
    },
  )

  test('with the bucket in front is what the SDK uses for a named endpoint', async () => {
    const named = clients(
      { url: `http://localhost:${aws.port}` },
      { s3: { forcePathStyle: false, requestHandler: loopbackHandler() } },
    ).s3
    const hosts: unknown[] = []
    named.middlewareStack.add(
      (next) => (args) => {
        hosts.push((args.request as { hostname: string }).hostname)
        return next(args)
      },
      { step: 'finalizeRequest' },
    )
    await named.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'virtual' }))
    expect(hosts).toEqual([`${Bucket}.localhost`])
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'a' }))
    expect(await got.Body?.transformToString()).toBe('virtual')
  })
})

/** Looks every name up as this machine. */
function loopbackHandler() {
  return {
    httpAgent: {
      lookup: (_: string, options: { all?: boolean }, done: (...answer: unknown[]) => void) =>
        options.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4),
    },
  }
}
