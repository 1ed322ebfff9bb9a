import type { Finding } from '../../shared/domain/finding.ts'
import type { Parsed } from '../../shared/domain/parsed.ts'
import { told, wholeFinding } from './told.ts'

/** The value of a text that is expected to be read; says which refusal came instead. */
export function valueRead<T>(result: Parsed<T>): T {
  if (result.ok) return result.value
  throw new Error(`refused: ${result.refusal.code}: ${told(result.refusal).message}`)
}

/** The code of the refusal, whose sentence is whole, or `ok`: a table can hold both. */
export function outcomeOf(result: Parsed<unknown>): string {
  if (result.ok) return 'ok'
  told(result.refusal)
  return result.refusal.code
}

/** The remedy a person reads for a refused text. */
export function remedyOf(result: Parsed<unknown>): string {
  if (result.ok) throw new Error(`not refused: ${JSON.stringify(result.value)}`)
  return told(result.refusal).remedy
}

export function noticed(result: Parsed<unknown>): readonly string[] {
  return result.ok ? codesOf(result.findings) : []
}

/** The codes of findings, each of which has a level and a whole sentence. */
export function codesOf(findings: readonly Finding[]): readonly string[] {
  return findings.map((f) => wholeFinding(f).code)
}
