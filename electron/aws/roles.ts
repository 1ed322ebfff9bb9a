import type { Keys, RoleAssumer } from './credentials.ts'
import { named } from './faults.ts'
import { clientSettings, type LinkParts } from './link.ts'

/**
 * Assumes the role of a profile at the session's own STS endpoint. The SDK's own assumer would look for an endpoint in
 * the environment's profile, and send the source keys of an AWS-compatible endpoint to AWS.
 */
export function roleAssumer(parts: Omit<LinkParts, 'keys'>): RoleAssumer {
  return async (source: Keys, params) => {
    const { STSClient, AssumeRoleCommand } = await import('@aws-sdk/client-sts')
    const { endpoints } = await parts.resolve()
    const client = new STSClient(clientSettings({ ...parts, keys: async () => source }, endpoints, 'sts'))
    const { Credentials: given } = await client.send(
      new AssumeRoleCommand({ RoleArn: undefined, RoleSessionName: undefined, ...params }),
    )
    if (given?.AccessKeyId === undefined || given.SecretAccessKey === undefined)
      throw named('UnexpectedReply', `STS answered without credentials for the role ${params.RoleArn ?? ''}.`)
    return {
      accessKeyId: given.AccessKeyId,
      secretAccessKey: given.SecretAccessKey,
      ...(given.SessionToken !== undefined && { sessionToken: given.SessionToken }),
      ...(given.Expiration !== undefined && { expiration: given.Expiration }),
    }
  }
}
