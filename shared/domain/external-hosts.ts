import { type Decided, refuse } from './refusal.ts'

/** Hosts whose pages the app sends people to: the AWS consoles and documents of both partitions, and Spot's. */
const hosts: ReadonlySet<string> = new Set([
  'console.aws.amazon.com',
  'signin.aws.amazon.com',
  'docs.aws.amazon.com',
  'console.amazonaws.cn',
  'signin.amazonaws.cn',
  'docs.amazonaws.cn',
  'console.spotinst.com',
  'support.spot.io',
  'docs.spot.io',
  'spot.io',
  'www.spot.io',
])

/**
 * Consoles of one region (`us-east-1.console.aws.amazon.com`), and of one of several sessions in a browser, where the
 * account and a random text stand before it (`111122223333-ab12cd34.us-east-1.console.aws.amazon.com`).
 */
const consoleOfRegion =
  /^(?:\d{12}-[a-z0-9]{1,32}\.)?[a-z]{2}(?:-[a-z]{2,10}){1,3}-\d\.console\.(?:aws\.amazon\.com|amazonaws\.cn)$/

/** Characters of a link; a quick-create link with all its parameters stays well below. */
const LONGEST = 8_000

/**
 * Judges a link that leaves the app, and gives it as it may be opened. Only https, only the listed hosts by their exact
 * names (so no look-alike in other letters), no user-info that would hide the host, no port, at most 8,000 characters.
 * Refuses with `external.refused`.
 */
export function externalLink(text: string): Decided<string> {
  // What URL parsing would silently drop or mend is not a link that somebody meant.
  if (text.length > LONGEST || !/^https:\/\/[!-~]+$/.test(text) || text.includes('\\') || !URL.canParse(text)) {
    return refuse('external.refused', { host: '' })
  }
  const url = new URL(text)
  const isListed = hosts.has(url.hostname) || consoleOfRegion.test(url.hostname)
  const isBare = url.port === '' && !authorityOf(text).includes('@')
  return isListed && isBare ? url.href : refuse('external.refused', { host: url.hostname.slice(0, 100) })
}

function authorityOf(text: string): string {
  return /^https:\/\/([^/?#]*)/.exec(text)?.[1] ?? ''
}
