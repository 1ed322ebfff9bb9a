import type { WireError } from '../../shared/contract/operation.ts'
import type { MessageCode } from '../../shared/text/messages/index.ts'
import { clientText } from '../../shared/text/ui/client.ts'

/** Codes the client itself raises: the host was not reached, or it answered something that is no reply. */
export type ClientCode = keyof typeof clientText

/** A refused or failed operation: the host's sentence and way out, or the client's own where no host answered. */
export class OperationError extends Error {
  readonly code: MessageCode | ClientCode
  readonly remedy: string
  /** The input at fault, by its name in the contract; null where no single one is. */
  readonly field: string | null
  readonly params: Readonly<Record<string, unknown>>

  constructor(error: Omit<WireError, 'code'> & { readonly code: MessageCode | ClientCode }) {
    super(error.message)
    this.name = 'OperationError'
    this.code = error.code
    this.remedy = error.remedy
    this.field = error.field
    this.params = error.params
  }

  static ofClient(code: ClientCode): OperationError {
    return new OperationError({ code, ...clientText[code], field: null, params: {} })
  }
}

/** Any thrown value as an OperationError, so that a screen has one shape to show. */
export function asOperationError(thrown: unknown): OperationError {
  return thrown instanceof OperationError ? thrown : OperationError.ofClient('client.unexpected')
}
