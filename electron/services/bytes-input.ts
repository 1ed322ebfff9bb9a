import { fromBase64 } from '../../shared/contract/base64.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { CasebookError } from './casebook-error.ts'

/** The bytes of an input field; refuses what is not base64. */
export function bytesInput(base64: string): Uint8Array {
  const bytes = fromBase64(base64)
  if (!bytes) throw new CasebookError(refuse('input.not-base64', {}, 'base64'))
  return bytes
}
