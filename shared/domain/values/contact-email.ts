import { notParsed, type Parsed, parsed } from '../parsed.ts'
import { refuse } from '../refusal.ts'
import { hasUnprintable, shown, tidy } from './typed-text.ts'

/** One e-mail address, without the name that may stand before it. */
export type ContactEmail = string

/**
 * Reads an e-mail address, also out of `Ana Kern <ana@example.com>`. Simple on purpose: whether it exists only a message
 * can tell. Line breaks are refused, because the address becomes a header of the draft.
 */
export function parseContactEmail(text: string): Parsed<ContactEmail> {
  const typed = tidy(text).replace(/^mailto:/i, '')
  if (typed === '') return notParsed(refuse('contact-email.missing', {}))
  const address = /^[^<>]*<([^<>]+)>$/.exec(typed)?.[1]?.trim() ?? typed
  const simple = /^[^\s@<>(),;:"\\]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i
  if (hasUnprintable(typed) || address.length > 254 || !simple.test(address)) {
    return notParsed(refuse('contact-email.malformed', { text: shown(typed) }))
  }
  return parsed(address)
}
