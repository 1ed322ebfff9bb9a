import type { Refusal } from '../../shared/domain/refusal.ts'
import { sentence } from '../../shared/text/messages/index.ts'

/**
 * What the ports of the workspace throw: the disk, the file, a revision or an attachment did not let it happen.
 * Nothing of the failed change was written. `refusal` is what a person is told; `cause` is for the log.
 */
export class StoreFault extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal, options?: { readonly cause?: unknown }) {
    super(sentence(refusal.code, refusal.params).message, options)
    this.name = 'StoreFault'
    this.refusal = refusal
  }
}
