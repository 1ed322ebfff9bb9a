import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { NodeHttpHandler } from '@smithy/node-http-handler'

/** How long to wait, in milliseconds, and how often to try. */
export interface Patience {
  readonly connect: number
  /** From the request to the first byte of the answer. */
  readonly answer: number
  /** Without a byte while an answer is under way. */
  readonly idle: number
  /** A download from its first byte to its last. */
  readonly download: number
  /** Attempts at one call, the first included. The pause between them grows and is jittered. */
  readonly attempts: number
}

export const PATIENCE: Patience = { connect: 5_000, answer: 20_000, idle: 15_000, download: 60_000, attempts: 4 }

/** No proxy at all, for an endpoint on this machine. */
export const NO_PROXY = {}

/**
 * The one way to the network that all clients share. The SDK knows nothing of proxies; Node's agents follow
 * HTTP_PROXY, HTTPS_PROXY and NO_PROXY when they are handed the environment.
 */
export function createTransport(patience: Patience, proxyEnv: NodeJS.ProcessEnv): NodeHttpHandler {
  const agent = { keepAlive: true, maxSockets: 50, proxyEnv }
  return new NodeHttpHandler({
    httpAgent: new HttpAgent(agent),
    httpsAgent: new HttpsAgent(agent),
    connectionTimeout: patience.connect,
    requestTimeout: patience.answer,
    throwOnRequestTimeout: true,
    socketTimeout: patience.idle,
  })
}
