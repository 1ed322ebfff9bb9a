import { notParsed, type Parsed, parsed } from '../parsed.ts'
import { refuse } from '../refusal.ts'
import { hasUnprintable, shown, tidy } from './typed-text.ts'

const LONGEST = 200

/** Reads the name of a customer, a company or a person: any script, one line, at most 200 characters. */
export function parseDisplayName(text: string): Parsed<string> {
  const name = tidy(text).replace(/ {2,}/g, ' ')
  if (name === '') return notParsed(refuse('name.missing', {}))
  if (hasUnprintable(name)) return notParsed(refuse('name.unprintable', { text: shown(name) }))
  const length = Array.from(name).length
  if (length > LONGEST) return notParsed(refuse('name.too-long', { text: shown(name), length, longest: LONGEST }))
  return parsed(name)
}
