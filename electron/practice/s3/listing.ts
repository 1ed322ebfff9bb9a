import { AwsFault } from '../http/fault.ts'
import { type Reply, reply } from '../http/reply.ts'
import { element, optional, type Xml, xmlDocument } from '../http/xml.ts'
import type { Bucket } from '../world/buckets.ts'
import { openBucket } from './access.ts'
import { ownerId } from './buckets.ts'
import { type S3Operation, s3Namespace } from './operation.ts'

/** Both generations of object listings. */
export const listingOperations = {
  ListObjectsV2: {
    action: 's3:ListBucket',
    run(call, { bucket: name }) {
      const bucket = openBucket(call, { bucket: name, action: 's3:ListBucket' })
      const { query } = call.request
      const wish = readWish(query)
      const token = query.get('continuation-token') ?? undefined
      const startAfter = query.get('start-after') ?? ''
      const listed = list(bucket, { ...wish, after: token === undefined ? startAfter : unwrap(token) })
      const owner = query.get('fetch-owner') === 'true' ? bucket.accountId : undefined
      return answer(bucket, wish, listed, owner, [
        element('KeyCount', listed.entries.length),
        optional('StartAfter', startAfter === '' ? undefined : wish.encode(startAfter)),
        optional('ContinuationToken', token),
        optional('NextContinuationToken', listed.last && Buffer.from(listed.last).toString('base64url')),
      ])
    },
  },
  ListObjects: {
    action: 's3:ListBucket',
    run(call, { bucket: name }) {
      const bucket = openBucket(call, { bucket: name, action: 's3:ListBucket' })
      const { query } = call.request
      const wish = readWish(query)
      const marker = query.get('marker') ?? ''
      const listed = list(bucket, { ...wish, after: marker })
      // The first generation names the next marker only where a delimiter makes it hard to guess.
      const next = wish.delimiter === '' ? undefined : listed.last
      return answer(bucket, wish, listed, bucket.accountId, [
        element('Marker', wish.encode(marker)),
        optional('NextMarker', next && wish.encode(next)),
      ])
    },
  },
} satisfies Record<string, S3Operation>

type Wish = {
  readonly prefix: string
  readonly delimiter: string
  readonly maxKeys: number
  readonly encoding: string | undefined
  encode(text: string): string
}

type Entry = { readonly key: string } | { readonly commonPrefix: string }
/** `last` is there when the list goes on: the entry to go on after. */
type Listed = { readonly entries: readonly Entry[]; readonly last?: string }

function readWish(query: URLSearchParams): Wish {
  const maxKeys = query.get('max-keys') ?? '1000'
  if (!/^\d{1,9}$/.test(maxKeys)) throw invalidArgument('max-keys', 'Provided max-keys not an integer or within range')
  const encoding = query.get('encoding-type') ?? undefined
  if (encoding !== undefined && encoding !== 'url') {
    throw invalidArgument('encoding-type', 'Invalid Encoding Method specified in Request')
  }
  return {
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') ?? '',
    maxKeys: Math.min(Number(maxKeys), 1000),
    encoding,
    encode: (text) => (encoding === 'url' ? encodeURIComponent(text).replaceAll('%2F', '/') : text),
  }
}

function list(bucket: Bucket, wish: Wish & { after: string }): Listed {
  const { prefix, delimiter, maxKeys, after } = wish
  const keys = [...bucket.objects.keys()].filter((key) => key.startsWith(prefix)).sort(byBytes)
  const entries: Entry[] = []
  let last = ''
  for (const key of keys) {
    if (after !== '' && byBytes(key, after) <= 0) continue
    const cut = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length)
    const common = cut < 0 ? undefined : key.slice(0, cut + delimiter.length)
    // Keys of a common prefix that stands already, here or at the end of the page before.
    if (common !== undefined && (common === last || common === after)) continue
    if (entries.length === maxKeys) return maxKeys === 0 ? { entries } : { entries, last }
    entries.push(common === undefined ? { key } : { commonPrefix: common })
    last = common ?? key
  }
  return { entries }
}

function answer(
  bucket: Bucket,
  wish: Wish,
  listed: Listed,
  owner: string | undefined,
  more: (Xml | undefined)[],
): Reply {
  const contents = listed.entries.flatMap((entry) => {
    const object = 'key' in entry ? bucket.objects.get(entry.key) : undefined
    if (!('key' in entry) || !object) return []
    return element(
      'Contents',
      element('Key', wish.encode(entry.key)),
      element('LastModified', new Date(object.lastModified).toISOString()),
      element('ETag', `"${object.etag}"`),
      element('ChecksumAlgorithm', object.checksum.algorithm.toUpperCase()),
      element('ChecksumType', 'FULL_OBJECT'),
      element('Size', object.size),
      owner === undefined ? undefined : element('Owner', element('ID', ownerId(owner))),
      element('StorageClass', 'STANDARD'),
    )
  })
  const prefixes = listed.entries.flatMap((entry) =>
    'commonPrefix' in entry ? element('CommonPrefixes', element('Prefix', wish.encode(entry.commonPrefix))) : [],
  )
  const body = xmlDocument(
    'ListBucketResult',
    s3Namespace,
    element('Name', bucket.name),
    element('Prefix', wish.encode(wish.prefix)),
    optional('Delimiter', wish.delimiter === '' ? undefined : wish.encode(wish.delimiter)),
    element('MaxKeys', wish.maxKeys),
    optional('EncodingType', wish.encoding),
    element('IsTruncated', listed.last !== undefined),
    more,
    contents,
    prefixes,
  )
  return reply(200, { 'content-type': 'application/xml', 'x-amz-bucket-region': bucket.region }, body)
}

/** S3 sorts keys by their UTF-8 bytes. */
function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}

function unwrap(token: string): string {
  const key = Buffer.from(token, 'base64url').toString('utf8')
  if (key !== '' && Buffer.from(key).toString('base64url') === token) return key
  throw invalidArgument('continuation-token', 'The continuation token provided is incorrect')
}

function invalidArgument(name: string, message: string): AwsFault {
  return new AwsFault('InvalidArgument', message, 400, { ArgumentName: name })
}
