import type { Bridge } from '../../shared/contract/bridge.ts'
import { bridgeTransport } from './bridge-transport.ts'
import { type Client, createClient } from './client.ts'
import { browserParts, httpTransport } from './http-transport.ts'

declare global {
  interface Window {
    /** Put there by the preload in Electron; absent in a browser. */
    readonly casebook?: Bridge
  }
}

export const client: Client = createClient(
  window.casebook ? bridgeTransport(window.casebook) : httpTransport(browserParts),
)

export { asOperationError, OperationError } from './operation-error.ts'
export type { Client }
