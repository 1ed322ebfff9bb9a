import { type Refusal, refuse } from '../refusal.ts'
import { shown } from '../values/typed-text.ts'

/** A link by its raw parts, nothing decoded, nothing normalised away. */
export interface LinkParts {
  readonly scheme: string
  /** Between `//` and the path: user-info and port with it. */
  readonly authority: string
  readonly path: string
  /** Without its question mark; empty where there is none. */
  readonly query: string
  /** Without its hash sign; empty where there is none. */
  readonly hash: string
}

const LONGEST = 8192

/** The link as it is judged, stored and opened: without the blanks and angle brackets that mail puts around it. */
export function tidyLink(text: string): string {
  const trimmed = text.trim()
  return /^<[^<>]*>$/.test(trimmed) ? trimmed.slice(1, -1).trim() : trimmed
}

/**
 * Splits a link by the plain grammar of URLs. Browsers accept far more (blanks and line breaks inside, backslashes, one
 * slash for two) and read something else from it than a person does; all of that is refused, so that every reader of the
 * link sees the same parts.
 */
export function splitLink(link: string): LinkParts | Refusal {
  if (link === '') return refuse('spot-link.missing', {})
  if (link.length > LONGEST) return refuse('spot-link.too-long', { length: link.length, longest: LONGEST })
  const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#([\s\S]*))?$/i.exec(link)
  const authority = parts?.[2] ?? ''
  // biome-ignore lint/suspicious/noControlCharactersInRegex: anything outside ASCII is what is looked for
  if (/[^\u0000-\u007F]/.test(authority)) return refuse('spot-link.unicode-host', { host: shown(authority) })
  const odd = /[^!-~]|["<>\\^`{|}]/u.exec(link)?.[0]
  if (odd !== undefined) return refuse('spot-link.odd-character', { character: shown(odd) })
  if (!parts || authority === '') return refuse('spot-link.not-a-link', { text: shown(link) })
  const [, scheme = '', , path = '', query = '', hash = ''] = parts
  return { scheme: scheme.toLowerCase(), authority, path, query, hash }
}
