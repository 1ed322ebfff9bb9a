import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { strangerAccountId } from './accounts.ts'
import { rulesOf } from './rules.ts'
import type { PracticeWorld } from './world.ts'

export type Checksum = { readonly algorithm: string; readonly value: string }

export type StoredObject = {
  /** The content, base64: the world is written to disk as JSON. */
  readonly content: string
  readonly size: number
  /** MD5 in hex, without quotes. */
  readonly etag: string
  readonly checksum: Checksum
  readonly lastModified: number
  /** Content-Type, Content-Disposition, x-amz-meta-…: what comes back with the object. */
  readonly headers: Readonly<Record<string, string>>
}

/** One event notification, whatever it notifies. */
export type Notification = {
  readonly kind: 'topic' | 'queue' | 'function'
  readonly id: string
  readonly arn: string
  readonly events: readonly string[]
  readonly rules: readonly { readonly name: string; readonly value: string }[]
}

export type Bucket = {
  readonly name: string
  readonly accountId: string
  region: string
  readonly createdAt: number
  policy?: string
  publicAccessBlocked: boolean
  notifications: Notification[]
  eventBridge: boolean
  readonly objects: Map<string, StoredObject>
}

const forbiddenPrefixes = ['xn--', 'sthree-', 'amzn-s3-demo-']
const forbiddenSuffixes = ['-s3alias', '--ol-s3', '.mrap', '--x-s3', '--table-s3']

/** Whether S3 accepts the name for a new general purpose bucket. */
export function isBucketName(name: string): boolean {
  return (
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) &&
    !name.includes('..') &&
    !/^\d+\.\d+\.\d+\.\d+$/.test(name) &&
    !forbiddenPrefixes.some((prefix) => name.startsWith(prefix)) &&
    !forbiddenSuffixes.some((suffix) => name.endsWith(suffix))
  )
}

/** The bucket of that name, in whichever account. A name that the scenario has given away belongs to a stranger. */
export function findBucket(world: PracticeWorld, name: string): Bucket | undefined {
  const own = world.buckets.get(name)
  const { takenBuckets } = rulesOf(world)
  if (own || takenBuckets === undefined || !new RegExp(takenBuckets).test(name)) return own
  return emptyBucket({ name, accountId: strangerAccountId, region: 'us-east-1', createdAt: 0 })
}

function emptyBucket(facts: { name: string; accountId: string; region: string; createdAt: number }): Bucket {
  return { ...facts, publicAccessBlocked: true, notifications: [], eventBridge: false, objects: new Map() }
}

/** Adds a bucket; the caller has seen that the name is free. */
export function addBucket(
  world: PracticeWorld,
  facts: { name: string; accountId: string; region: string },
  now: number,
): Bucket {
  const bucket = emptyBucket({ ...facts, createdAt: now })
  const arn = rulesOf(world).otherConsumer
  if (arn !== undefined) {
    const target = arn.replace('ACCOUNT', facts.accountId).replace('REGION', facts.region)
    bucket.notifications.push({
      kind: 'queue',
      id: 'cost-lake',
      arn: target,
      events: ['s3:ObjectCreated:*'],
      rules: [],
    })
  }
  world.buckets.set(facts.name, bucket)
  return bucket
}

/** Stores an object, replacing one of the same key. */
export function putObject(
  bucket: Bucket,
  key: string,
  content: Buffer | string,
  now: number,
  facts: { headers?: Record<string, string>; checksum?: Checksum } = {},
): StoredObject {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const object: StoredObject = {
    content: bytes.toString('base64'),
    size: bytes.length,
    etag: createHash('md5').update(bytes).digest('hex'),
    checksum: facts.checksum ?? { algorithm: 'crc32', value: crc32Of(bytes) },
    lastModified: now,
    headers: facts.headers ?? { 'content-type': 'binary/octet-stream' },
  }
  bucket.objects.set(key, object)
  return object
}

/** CRC-32 as S3 writes it: four bytes, big-endian, base64. */
export function crc32Of(bytes: Buffer): string {
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(bytes))
  return sum.toString('base64')
}

/** The bytes of an object. */
export function contentOf(object: StoredObject): Buffer {
  return Buffer.from(object.content, 'base64')
}
