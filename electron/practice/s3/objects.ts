import { readUpload } from '../http/aws-chunked.ts'
import { AwsFault } from '../http/fault.ts'
import { type Reply, reply } from '../http/reply.ts'
import { header, type PracticeRequest } from '../http/request.ts'
import type { Call } from '../http/service.ts'
import { contentOf, putObject, type StoredObject } from '../world/buckets.ts'
import { isDenied } from '../world/permissions.ts'
import { mayUse, openBucket } from './access.ts'
import { checksumHeaders, uploadChecksum } from './checksums.ts'
import { checkReadConditions, checkWriteConditions, readRange } from './conditions.ts'
import type { S3Operation } from './operation.ts'

const keptHeaders = ['cache-control', 'content-disposition', 'content-language', 'content-type', 'expires']
const encryption = { 'x-amz-server-side-encryption': 'AES256' }

/** Operations on objects. */
export const objectOperations = {
  PutObject: {
    action: 's3:PutObject',
    writes: true,
    run(call, { bucket: name, key }) {
      const { request, now } = call
      const bucket = openBucket(call, { bucket: name, key, action: 's3:PutObject' })
      if (Buffer.byteLength(key) > 1024) throw new AwsFault('KeyTooLongError', 'Your key is too long')
      checkWriteConditions(request, bucket.objects.get(key))
      const upload = readUpload(request)
      const checksum = uploadChecksum(request, upload)
      const headers = sentHeaders(request)
      const object = putObject(bucket, key, upload.body, now, { headers, ...(checksum && { checksum }) })
      return reply(200, { etag: `"${object.etag}"`, ...checksumHeaders(object.checksum), ...encryption })
    },
  },
  GetObject: { action: 's3:GetObject', run: (call, { bucket, key }) => read(call, bucket, key) },
  HeadObject: { action: 's3:GetObject', run: (call, { bucket, key }) => read(call, bucket, key) },
  DeleteObject: {
    action: 's3:DeleteObject',
    writes: true,
    run(call, { bucket: name, key }) {
      openBucket(call, { bucket: name, key, action: 's3:DeleteObject' }).objects.delete(key)
      return reply(204)
    },
  },
} satisfies Record<string, S3Operation>

function read(call: Call, name: string, key: string): Reply {
  const bucket = openBucket(call, { bucket: name, key, action: 's3:GetObject' })
  const object = bucket.objects.get(key)
  if (!object) {
    // Whoever may not list a bucket is not told which keys it lacks.
    const mayList = mayUse(call, bucket, { action: 's3:ListBucket' }) && !isDenied(call.world, 's3:ListBucket')
    if (!mayList) throw new AwsFault('AccessDenied', 'Access Denied', 403)
    throw new AwsFault('NoSuchKey', 'The specified key does not exist.', 404, { Key: key })
  }
  checkReadConditions(call.request, object)
  const range = readRange(call.request, object.size)
  const content = contentOf(object)
  const headers = headersOf(object)
  if (range) {
    const told = `bytes ${range.start}-${range.end - 1}/${object.size}`
    return reply(206, { ...headers, 'content-range': told }, content.subarray(range.start, range.end))
  }
  const wantsChecksum = header(call.request, 'x-amz-checksum-mode') === 'ENABLED'
  return reply(200, { ...headers, ...(wantsChecksum && checksumHeaders(object.checksum)) }, content)
}

function headersOf(object: StoredObject): Record<string, string> {
  return {
    ...object.headers,
    'accept-ranges': 'bytes',
    etag: `"${object.etag}"`,
    'last-modified': new Date(object.lastModified).toUTCString(),
    ...encryption,
  }
}

function sentHeaders(request: PracticeRequest): Record<string, string> {
  const encodings = (header(request, 'content-encoding') ?? '').split(',').map((one) => one.trim())
  const encoding = encodings.filter((one) => one !== '' && one !== 'aws-chunked').join(', ')
  const kept = Object.keys(request.headers).filter(
    (name) => keptHeaders.includes(name) || name.startsWith('x-amz-meta-'),
  )
  return {
    'content-type': 'binary/octet-stream',
    ...Object.fromEntries(kept.map((name) => [name, header(request, name) ?? ''])),
    ...(encoding !== '' && { 'content-encoding': encoding }),
  }
}
