import type { MessageCode, ParamsOf } from '../text/messages/index.ts'

/**
 * A decision that was not taken, and why. Domain functions return it instead of throwing;
 * its sentence and remedy live in `shared/text/messages` under the same code.
 */
export interface Refusal<C extends MessageCode = MessageCode> {
  readonly refused: true
  readonly code: C
  readonly params: Readonly<Record<string, unknown>>
  /** The input or fact at fault, where there is one: `managementAccountId`, `orgIds`, `crawlerStackName`… */
  readonly field?: string
}

/** What a decision gives: its result, or the refusal. */
export type Decided<T> = T | Refusal

export function refuse<C extends MessageCode>(code: C, params: ParamsOf<C>, field?: string): Refusal<C> {
  const refusal = { refused: true, code, params: params as Record<string, unknown> } as const
  return field === undefined ? refusal : { ...refusal, field }
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true
}

/** The same refusal, said of a named field. */
export function onField(refusal: Refusal, field: string): Refusal {
  return { ...refusal, field }
}
