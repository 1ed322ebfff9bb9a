import type { Finding } from './finding.ts'
import type { Refusal } from './refusal.ts'

/** A typed text, read: the normalised value with what was noticed on the way, or the refusal. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly refusal: Refusal }

export type Parse<T> = (text: string) => Parsed<T>

export function parsed<T>(value: T, findings: readonly Finding[] = []): Parsed<T> {
  return { ok: true, value, findings }
}

export function notParsed<T>(refusal: Refusal): Parsed<T> {
  return { ok: false, refusal }
}
