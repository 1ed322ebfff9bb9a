import type { OutputOf } from '../../../shared/contract/index.ts'

type Operators = OutputOf<'settings.get'>['operators']

/** Operators as lines of text, one each: `Ana Ruiz <ana@example.com>`. */
export function operatorsToText(operators: Operators): string {
  return operators.map((o) => (o.email === '' ? o.name : `${o.name} <${o.email}>`)).join('\n')
}

/** The operators behind such lines; null where a line has no name. Empty lines are passed over. */
export function operatorsFromText(text: string): Operators | null {
  const operators: Operators = []
  for (const line of linesOf(text)) {
    const m = /^([^<>]+?)\s*(?:<([^<>]*)>)?$/.exec(line)
    if (!m?.[1]) return null
    operators.push({ name: m[1], email: (m[2] ?? '').trim() })
  }
  return operators.length > 0 ? operators : null
}

/** The lines of a text that hold something, trimmed. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Hours as typed: null where they are no number of zero or more; undefined where the field is blank. */
export function readHours(text: string): number | null | undefined {
  const typed = text.trim()
  if (typed === '') return undefined
  const hours = Number(typed.replace(',', '.'))
  return Number.isFinite(hours) && hours >= 0 ? hours : null
}
