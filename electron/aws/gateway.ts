import type { AwsGateway, AwsSession } from '../services/aws-gateway.ts'
import { bucketCalls } from './buckets.ts'
import { concurrencyCalls } from './concurrency.ts'
import { crawlerCalls } from './crawlers.ts'
import { chainKeys, namesCredentials, practiceKeys, remembered } from './credentials.ts'
import { exportCalls } from './data-exports.ts'
import { resolveEndpoints, singleEndpoint } from './endpoints.ts'
import { identityCalls } from './identity.ts'
import { createLink, type Link, type LinkParts, once } from './link.ts'
import { objectCalls } from './objects.ts'
import { reportCalls } from './reports.ts'
import { roleAssumer } from './roles.ts'
import { s3Client } from './s3.ts'
import { defaultProfile, describeProfile, readSharedConfig, signInCommand } from './shared-config.ts'
import { stackCalls } from './stacks.ts'
import { createTransport, NO_PROXY, PATIENCE, type Patience } from './transport.ts'

export interface GatewayOptions {
  /** Where the defaults are too long or too short; times in milliseconds. */
  readonly patience?: Partial<Patience>
}

/**
 * AWS itself, or what the machine's own configuration puts in its place: profiles, credentials, endpoints and proxies
 * are those of the AWS files and the environment, and stay there.
 */
export function createAwsGateway(options: GatewayOptions = {}): AwsGateway {
  const patience = { ...PATIENCE, ...options.patience }
  const transport = createTransport(patience, process.env)
  return {
    ambient: () => namesCredentials(process.env),
    async profiles() {
      const config = await readSharedConfig()
      return config.profiles.map((name) => describeProfile(config, name))
    },
    session(target) {
      const resolve = once(async () => {
        const config = await readSharedConfig()
        const profile = target.profile ?? defaultProfile(process.env)
        return {
          endpoints: resolveEndpoints(process.env, config.profile(profile), config.services),
          signIn: signInCommand(config, profile),
        }
      })
      const parts = { target, simulated: false, patience, transport, resolve }
      const assumeRole = roleAssumer(parts)
      const keys = remembered(
        chainKeys({ profile: target.profile, transport, attempts: patience.attempts, assumeRole }),
      )
      return createSession({ ...parts, keys })
    },
  }
}

/**
 * The practice AWS at `endpoint`, for every service and every account. Nothing of the machine's AWS configuration can
 * reach it, and its keys are worth nothing anywhere else.
 */
export function createPracticeGateway({ endpoint, patience }: { endpoint: string } & GatewayOptions): AwsGateway {
  const waits = { ...PATIENCE, ...patience }
  const transport = createTransport(waits, NO_PROXY)
  const resolved = { endpoints: singleEndpoint(endpoint), signIn: null }
  return {
    ambient: () => true,
    profiles: async () => [],
    session: (target) =>
      createSession({
        target,
        simulated: true,
        patience: waits,
        transport,
        keys: practiceKeys(target.accountId),
        resolve: async () => resolved,
      }),
  }
}

function createSession(parts: LinkParts): AwsSession {
  const link: Link = createLink(parts)
  const s3 = s3Client(link)
  return {
    endpoints: link.endpoints,
    ...identityCalls(link),
    ...reportCalls(link),
    ...exportCalls(link),
    ...bucketCalls(link, s3),
    ...objectCalls(link, s3),
    ...stackCalls(link),
    ...crawlerCalls(link),
    ...concurrencyCalls(link),
  }
}
