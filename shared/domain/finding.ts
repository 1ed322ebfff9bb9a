import type { MessageCode, ParamsOf } from '../text/messages/index.ts'

/** How much a finding weighs: an error refuses, a warning is shown and recorded, info is only said. */
export type FindingLevel = 'error' | 'warning' | 'info'

/** Something noticed about a value, a file or a link. Its sentence lives in `shared/text/messages`. */
export interface Finding {
  readonly level: FindingLevel
  readonly code: MessageCode
  readonly params: Readonly<Record<string, unknown>>
  readonly field?: string
  /** The other record that it is about, to be looked at. */
  readonly other?: FindingLink
}

export interface FindingLink {
  readonly kind: 'customer' | 'payer'
  readonly id: string
  /** As people call it: a name, an account. */
  readonly name: string
}

export function finding<C extends MessageCode>(
  level: FindingLevel,
  code: C,
  params: ParamsOf<C>,
  field?: string,
): Finding {
  const base = { level, code, params: params as Record<string, unknown> }
  return field === undefined ? base : { ...base, field }
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((f) => f.level === 'error')
}
