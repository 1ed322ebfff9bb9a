import type { Finding } from '../../shared/domain/finding.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import { messages, sentence } from '../../shared/text/messages/index.ts'
import type { Sentence } from '../../shared/text/sentence.ts'

const LEVELS: readonly string[] = ['error', 'warning', 'info']

/** The message and remedy of a finding or a refusal, as a person reads them; fails where a value of theirs is missing. */
export function told(said: Pick<Finding | Refusal, 'code' | 'params' | 'field'>): Sentence {
  if (!Object.hasOwn(messages, said.code)) throw new Error(`“${said.code}” has no sentence.`)
  const { message, remedy } = sentence(said.code, said.params)
  if (/\bundefined\b|\bnull\b|\[object |\bNaN\b/.test(`${message} ${remedy}`)) {
    throw new Error(`${said.code} lacks a value: ${message} ${remedy}`)
  }
  if (said.field === '') throw new Error(`${said.code} is said of a field without a name.`)
  return { message, remedy }
}

/** A finding whose level is one that people know, and whose sentence is whole. */
export function wholeFinding(finding: Finding): Finding {
  if (!LEVELS.includes(finding.level)) throw new Error(`${finding.code} has the level “${finding.level}”.`)
  told(finding)
  return finding
}
