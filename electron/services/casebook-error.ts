import { type Decided, isRefusal, type Refusal } from '../../shared/domain/refusal.ts'

/** A refusal on its way out of a use case. Thrown, so that nothing after it happens; the hosts turn it into its sentence. */
export class CasebookError extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal, options?: ErrorOptions) {
    super(refusal.code, options)
    this.name = 'CasebookError'
    this.refusal = refusal
  }
}

/** What was decided, or the refusal as a throw. */
export function throwIfRefused<T>(decided: Decided<T>): T {
  if (isRefusal(decided)) throw new CasebookError(decided)
  return decided as T
}

/** The refusal that a thrown value carries, whoever threw it (a use case, the store); null for anything unforeseen. */
export function refusalOf(thrown: unknown): Refusal | null {
  if (typeof thrown !== 'object' || thrown === null || !('refusal' in thrown)) return null
  return isRefusal(thrown.refusal) ? thrown.refusal : null
}
