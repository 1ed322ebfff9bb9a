import { type Finding, finding } from '../finding.ts'
import { notParsed, type Parsed, parsed } from '../parsed.ts'
import { refuse } from '../refusal.ts'
import { type Bucket, refuseBucket } from './bucket.ts'
import { isRegion, type Partition, partitionOf, type Region } from './region.ts'
import { shown, tidy } from './typed-text.ts'

/** An object in S3 by its address. `region` is null where the address does not name one. */
export interface ObjectUrl {
  readonly bucket: Bucket
  readonly key: string
  readonly region: Region | null
  readonly partition: Partition
}

const SUFFIX: Readonly<Record<Partition, string>> = {
  aws: 'amazonaws.com',
  'aws-cn': 'amazonaws.com.cn',
  'aws-us-gov': 'amazonaws.com',
}

/**
 * The address of an object in the style that the S3 console shows, `https://<bucket>.s3.<region>.amazonaws.com/<key>`.
 * A bucket with dots gets the path style: the certificate of S3 covers one level of names only.
 */
export function buildObjectUrl(bucket: Bucket, key: string, region: Region): string {
  const host = `s3.${region}.${SUFFIX[partitionOf(region)]}`
  const path = key
    .split('/')
    .map((segment) => encodeURIComponent(segment.toWellFormed()))
    .join('/')
  return bucket.includes('.') ? `https://${host}/${bucket}/${path}` : `https://${bucket}.${host}/${path}`
}

/**
 * Reads the Object URL that the document has people copy (004, step 2.4): virtual-hosted with and without region, and path
 * style with and without region. `s3://bucket/key` and an address of the S3 console are understood and said.
 * A signed address is refused, because the signature is a credential.
 */
export function parseObjectUrl(text: string): Parsed<ObjectUrl> {
  const typed = tidy(text)
  if (typed === '') return notParsed(refuse('object-url.missing', {}))
  const s3Uri = /^s3:\/\/([^/]*)\/(.*)$/.exec(typed)
  if (s3Uri)
    return located(s3Uri[1] ?? '', s3Uri[2] ?? '', null, 'aws', [finding('info', 'object-url.from-s3-uri', {})])

  const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(\/[^?#]*)?(\?[^#]*)?(#.*)?$/i.exec(typed)
  if (!parts || /[\s\\\p{Cc}]/u.test(typed)) return notParsed(refuse('object-url.malformed', { text: shown(typed) }))
  const [, scheme = '', host = '', path = '', query = '', hash = ''] = parts
  if (scheme.toLowerCase() !== 'https') return notParsed(refuse('object-url.not-https', { text: shown(typed) }))
  if (/\.console\.(?:aws\.amazon\.com|amazonaws\.cn)$/.test(host)) return fromConsole(host, path, query)
  if (query !== '' || hash !== '') return notParsed(refuse('object-url.has-query', {}))
  return fromS3Host(host, path)
}

function fromS3Host(host: string, path: string): Parsed<ObjectUrl> {
  const names =
    /^(?:([a-z0-9][a-z0-9.-]*)\.)?s3(?:\.dualstack)?(?:[.-]([a-z]{2}-[a-z-]+-\d{1,2}))?\.amazonaws\.com(\.cn)?$/.exec(
      host,
    )
  const region = names?.[2] ?? null
  const partition = names?.[3] === undefined ? 'aws' : 'aws-cn'
  if (!names || (region !== null && !isRegion(region)) || !belongs(region, partition)) {
    return notParsed(refuse('object-url.not-s3', { host: shown(host) }))
  }
  const home = region === null ? partition : partitionOf(region)
  const inPath = /^\/([^/]*)\/?(.*)$/.exec(path)
  const [bucket = '', rawKey = ''] = names[1] === undefined ? (inPath?.slice(1) ?? []) : [names[1], path.slice(1)]
  const key = decodeKey(rawKey)
  if (key === null) return notParsed(refuse('object-url.bad-path', { text: shown(path) }))
  return located(bucket, key, region, home, [])
}

function belongs(region: Region | null, partition: Partition): boolean {
  return region === null || (partitionOf(region) === 'aws-cn') === (partition === 'aws-cn')
}

/** `https://<region>.console.aws.amazon.com/s3/object/<bucket>?region=…&prefix=<key>`: the page, not the object. */
function fromConsole(host: string, path: string, query: string): Parsed<ObjectUrl> {
  const bucket = /^\/s3\/object\/([^/]+)$/.exec(path)?.[1]
  const parameters = new URLSearchParams(query)
  const key = parameters.get('prefix')
  if (bucket === undefined || key === null) return notParsed(refuse('object-url.is-console', {}))
  const region = parameters.get('region')
  const partition = host.endsWith('.cn') ? 'aws-cn' : 'aws'
  return located(bucket, key, region !== null && isRegion(region) ? region : null, partition, [
    finding('info', 'object-url.from-console', {}),
  ])
}

function located(
  bucket: string,
  key: string,
  region: Region | null,
  partition: Partition,
  findings: readonly Finding[],
): Parsed<ObjectUrl> {
  if (refuseBucket(bucket) !== null) return notParsed(refuse('object-url.bad-bucket', { bucket: shown(bucket) }))
  if (key === '' || key.endsWith('/')) return notParsed(refuse('object-url.no-key', { bucket }))
  return parsed({ bucket, key, region, partition }, findings)
}

/** A key decoded once; null where an escape is broken, or where a dot folder or a control character hides in it. */
function decodeKey(path: string): string | null {
  try {
    const key = decodeURIComponent(path)
    const hides = /\p{Cc}/u.test(key) || key.split('/').some((segment) => segment === '.' || segment === '..')
    return hides ? null : key
  } catch {
    return null
  }
}
