import type { InputOf, OperationName, OutputOf } from '../../shared/contract/index.ts'
import type { Reply } from '../../shared/contract/operation.ts'
import { OperationError } from './operation-error.ts'
import type { Listener, Transport } from './transport.ts'

/** The one way from the screens to everything else, typed from the contract. */
export interface Client {
  /** Runs one declared operation. @throws OperationError with the host's sentence, or the client's own. */
  send<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>
  /** Hints that something changed, and whether the host is heard. */
  listen(listener: Listener): () => void
}

export function createClient(transport: Transport): Client {
  return {
    async send<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
      let text: string
      try {
        text = await transport.send(name, JSON.stringify(input))
      } catch (thrown) {
        throw thrown instanceof OperationError ? thrown : OperationError.ofClient('client.offline')
      }
      const reply = readReply<OutputOf<N>>(text)
      if (!reply.ok) throw new OperationError(reply.error)
      return reply.value
    },
    listen: (listener) => transport.listen(listener),
  }
}

/** The host has parsed its output against the contract before it crossed; here only the envelope is looked at. */
function readReply<T>(text: string): Reply<T> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && 'ok' in value) return value as Reply<T>
  } catch {
    // Falls through: not JSON is not a reply.
  }
  throw OperationError.ofClient('client.not-a-reply')
}
