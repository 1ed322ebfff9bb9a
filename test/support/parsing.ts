import type { Finding } from '../../shared/domain/finding.ts'
import type { Parsed } from '../../shared/domain/parsed.ts'
import { sentence } from '../../shared/text/messages/index.ts'

/** The value of a text that is expected to be read; says which refusal came instead. */
export function valueRead<T>(result: Parsed<T>): T {
  if (result.ok) return result.value
  throw new Error(`refused: ${result.refusal.code}: ${sentence(result.refusal.code, result.refusal.params).message}`)
}

/** The code of the refusal, or `ok`: a table can hold both. */
export function outcomeOf(result: Parsed<unknown>): string {
  return result.ok ? 'ok' : result.refusal.code
}

/** The remedy a person reads for a refused text. */
export function remedyOf(result: Parsed<unknown>): string {
  if (result.ok) throw new Error(`not refused: ${JSON.stringify(result.value)}`)
  return sentence(result.refusal.code, result.refusal.params).remedy
}

export function noticed(result: Parsed<unknown>): readonly string[] {
  return result.ok ? codesOf(result.findings) : []
}

export function codesOf(findings: readonly Finding[]): readonly string[] {
  return findings.map((f) => f.code)
}
