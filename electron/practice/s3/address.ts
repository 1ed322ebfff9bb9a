/** Where in S3 a URL points: nothing for the service itself, a bucket, or an object. */
export type S3Address = {
  readonly bucket?: string
  readonly key?: string
  /** The region that the host names, where it names one. */
  readonly region?: string
}

const amazon =
  /^(?:(?<bucket>.+?)\.)?s3(?:[.-](?:dualstack\.)?(?<region>[a-z]{2}(?:-[a-z]+)+-\d))?(?:\.dualstack)?\.amazonaws\.com(?:\.cn)?$/
const local = /^(?:(?<bucket>.+?)\.)?s3(?:\.(?<region>[a-z]{2}(?:-[a-z]+)+-\d))?\.localhost$/
const bareLocal = /^(?<bucket>.+)\.localhost$/

/**
 * Reads host (without port, lower case) and path (percent-encoded) of a request or of an object URL. AWS's own hosts
 * and `*.localhost` may carry the bucket in front; on any other host the bucket is the first part of the path.
 * Undefined when the path is not well encoded.
 */
export function s3Address(host: string, path: string): S3Address | undefined {
  const parts = (amazon.exec(host) ?? local.exec(host) ?? bareLocal.exec(host))?.groups ?? {}
  const region = parts.region === undefined ? {} : { region: parts.region }
  try {
    const whole = path.replace(/^\//, '')
    if (parts.bucket !== undefined) return { bucket: parts.bucket, ...keyOf(whole), ...region }
    const slash = whole.indexOf('/')
    const bucket = decodeURIComponent(slash < 0 ? whole : whole.slice(0, slash))
    if (bucket === '') return region
    return { bucket, ...keyOf(slash < 0 ? '' : whole.slice(slash + 1)), ...region }
  } catch {
    return undefined
  }
}

function keyOf(encoded: string): { key?: string } {
  return encoded === '' ? {} : { key: decodeURIComponent(encoded) }
}

/** The address in an object URL; undefined when it is no URL of an object on an S3 host or on this machine. */
export function objectAddress(url: string): (S3Address & { bucket: string; key: string }) | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return undefined
  const host = parsed.hostname
  if (!amazon.test(host) && host !== '127.0.0.1' && host !== 'localhost' && !host.endsWith('.localhost'))
    return undefined
  const address = s3Address(host, parsed.pathname)
  if (address?.bucket === undefined || address.key === undefined) return undefined
  return { ...address, bucket: address.bucket, key: address.key }
}
