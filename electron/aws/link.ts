import type { NodeHttpHandler } from '@smithy/node-http-handler'
import { billingRegion } from '../../shared/domain/billing-region.ts'
import type { AwsFault, AwsResult, AwsSession, AwsTarget } from '../services/aws-gateway.ts'
import type { KeyProvider } from './credentials.ts'
import { type Endpoints, SERVICE_IDS, SERVICES, type Service } from './endpoints.ts'
import { type Call, ownFault, toCredentialFault, toFault } from './faults.ts'
import type { Patience } from './transport.ts'

/** All that the calls of one session share: who asks, where, and how a failure is told. */
export interface Link {
  readonly target: AwsTarget
  readonly simulated: boolean
  readonly patience: Patience
  /** The settings a service's client is made with. Throws ConfigurationError; call it inside `ask`. */
  settings(service: Service): Promise<ClientSettings>
  endpoints: AwsSession['endpoints']
  /** One call that reads. */
  ask<T extends Reply>(action: string, send: () => Promise<T>): Promise<AwsResult<T>>
  /** One call that changes something: refused where services answer in different places. */
  change<T extends Reply>(action: string, send: () => Promise<T>): Promise<AwsResult<T>>
}

export interface Reply {
  readonly $metadata: { readonly requestId?: string | undefined }
}

/** Constructor settings that both generations of SDK clients understand. */
export interface ClientSettings {
  region: string
  credentials: KeyProvider
  requestHandler: NodeHttpHandler
  maxAttempts: number
  retryMode: 'standard'
  defaultsMode: 'standard'
  /** The SDK is never left to look for an endpoint itself. */
  ignoreConfiguredEndpointUrls: true
  endpoint?: string
  useFipsEndpoint?: false
  useDualstackEndpoint?: false
  profile?: string
}

/** What a session is resolved to before its first call. */
export interface Resolved {
  readonly endpoints: Endpoints
  readonly signIn: string | null
}

export interface LinkParts {
  readonly target: AwsTarget
  readonly simulated: boolean
  readonly patience: Patience
  readonly transport: NodeHttpHandler
  readonly keys: KeyProvider
  /** Reads the configuration at the session's first call, and keeps what it read. */
  readonly resolve: () => Promise<Resolved>
}

/** Services that answer in one region of the partition, whatever region the bucket is in. */
const AT_HOME: ReadonlySet<Service> = new Set(['reports', 'exports', 'organizations'])

export function createLink(parts: LinkParts): Link {
  const attempt = async <T extends Reply>(
    action: string,
    writes: boolean,
    send: () => Promise<T>,
  ): Promise<AwsResult<T>> => {
    let call: Call = { action, signIn: null }
    try {
      const { endpoints, signIn } = await parts.resolve()
      call = { action, signIn }
      if (writes && endpoints.mixed !== null)
        return failed(ownFault('mixed-endpoints', 'MixedEndpoints', endpoints.mixed, call))
    } catch (error) {
      return failed(toFault(error, call))
    }
    // Asked for first, so that a missing credential is never taken for the service's own refusal.
    try {
      await parts.keys()
    } catch (error) {
      return failed(toCredentialFault(error, call))
    }
    try {
      const value = await send()
      return { ok: true, value, requestId: value.$metadata.requestId ?? null }
    } catch (error) {
      return failed(toFault(error, call))
    }
  }

  return {
    target: parts.target,
    simulated: parts.simulated,
    patience: parts.patience,
    settings: async (service) => clientSettings(parts, (await parts.resolve()).endpoints, service),
    async endpoints() {
      try {
        const { of, mixed } = (await parts.resolve()).endpoints
        const overrides = SERVICES.flatMap((service) => {
          const address = of[service]
          return address === null ? [] : [{ service: SERVICE_IDS[service], address }]
        })
        return { ok: true, value: { overrides, mixed }, requestId: null }
      } catch (error) {
        return failed(toFault(error, { action: 'configuration', signIn: null }))
      }
    },
    ask: (action, send) => attempt(action, false, send),
    change: (action, send) => attempt(action, true, send),
  }
}

/** A client's settings, with the endpoint its service was resolved to. */
export function clientSettings(
  { target, simulated, patience, transport, keys }: Omit<LinkParts, 'resolve'>,
  endpoints: Endpoints,
  service: Service,
): ClientSettings {
  const override = endpoints.of[service]
  return {
    region: AT_HOME.has(service) ? billingRegion(target.partition) : target.region,
    credentials: keys,
    requestHandler: transport,
    maxAttempts: patience.attempts,
    retryMode: 'standard',
    defaultsMode: 'standard',
    ignoreConfiguredEndpointUrls: true,
    // Rules of an AWS host name do not apply to an address that was given, and the SDK refuses the two together.
    ...(override !== null && { endpoint: override, useFipsEndpoint: false, useDualstackEndpoint: false }),
    ...(target.profile !== null && !simulated && { profile: target.profile }),
  }
}

export function failed(fault: AwsFault): { readonly ok: false; readonly fault: AwsFault } {
  return { ok: false, fault }
}

/** A result's value in another form, its request ID kept. */
export function mapped<T, U>(result: AwsResult<T>, map: (value: T) => U): AwsResult<U> {
  return result.ok ? { ...result, value: map(result.value) } : result
}

/** Makes a thing at its first use. A failure is not kept: the next use tries again. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }
}
