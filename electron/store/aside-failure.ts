import type { Refusal } from '../../shared/domain/refusal.ts'
import { StoreFault } from '../services/store-fault.ts'
import { codeOf } from './faults.ts'

/** Something that was thrown, as it crosses between threads, where an error would lose its code. */
export interface Failure {
  readonly message: string
  readonly code: string
  readonly refusal: Refusal | null
}

export function failureOf(thrown: unknown): Failure {
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return { message, code: codeOf(thrown), refusal: thrown instanceof StoreFault ? thrown.refusal : null }
}

/** As it was thrown, as far as it matters to whoever catches it. */
export function errorOf({ message, code, refusal }: Failure): Error {
  if (refusal) return new StoreFault(refusal)
  return code === '' ? new Error(message) : Object.assign(new Error(message), { code })
}
