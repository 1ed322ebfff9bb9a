import type { NodeHttpHandler } from '@smithy/node-http-handler'

/** Keys as the SDK hands them on. They live in memory only: never stored, shown or logged. */
export interface Keys {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
  readonly expiration?: Date
}
export type KeyProvider = () => Promise<Keys>

/** What a profile's role is assumed with: an STS client at the session's own endpoint. */
export type RoleAssumer = (source: Keys, params: { RoleArn?: string | undefined }) => Promise<Keys>

export interface ChainOptions {
  /** Null: whatever the machine offers, as any AWS tool would find it. */
  readonly profile: string | null
  readonly transport: NodeHttpHandler
  readonly attempts: number
  readonly assumeRole: RoleAssumer
}

/** Keys that say what they are. The practice AWS tells accounts apart by them; nothing else would take them. */
export function practiceKeys(accountId: string): KeyProvider {
  return async () => ({ accessKeyId: `PRACTICE${accountId}`, secretAccessKey: 'practice-secret' })
}

/**
 * The SDK's own search for credentials. A named profile is that profile and nothing else (static keys, role, SSO,
 * `aws login`, process, web identity): the chain would go on to a container's or a machine's role when it is missing,
 * and the operator would look at another account than the one named.
 */
export function chainKeys({ profile, transport, attempts, assumeRole }: ChainOptions): KeyProvider {
  return async () => {
    const { fromIni, fromNodeProviderChain } = await import('@aws-sdk/credential-providers')
    const shared = {
      ignoreCache: true,
      logger: SILENT,
      clientConfig: { requestHandler: transport, maxAttempts: attempts },
      roleAssumer: assumeRole,
    }
    return profile === null ? fromNodeProviderChain(shared)() : fromIni({ ...shared, profile })()
  }
}

/** Early enough that no key runs out while a call is on its way. */
const RENEW_BEFORE = 5 * 60_000

/** Asks once for all clients of a session, anew when the keys are about to expire, and again after a failure. */
export function remembered(provider: KeyProvider, now: () => number = Date.now): KeyProvider {
  let held: Keys | undefined
  let pending: Promise<Keys> | undefined
  return async () => {
    if (held && (held.expiration === undefined || held.expiration.getTime() - now() > RENEW_BEFORE)) return held
    pending ??= provider().finally(() => {
      pending = undefined
    })
    held = await pending
    return held
  }
}

/** The SDK would speak on the console, of keys found in two places for one. */
const SILENT = { trace() {}, debug() {}, info() {}, warn() {}, error() {} }

/**
 * Whether the environment says whose keys to use. Without that, a payer that names no profile is not looked at: the end
 * of the chain is the machine's own role, and nobody has said that it is the customer's.
 */
export function namesCredentials(env: Readonly<Record<string, string | undefined>>): boolean {
  return ['AWS_ACCESS_KEY_ID', 'AWS_PROFILE', 'AWS_WEB_IDENTITY_TOKEN_FILE'].some((name) => Boolean(env[name]))
}
