import type { AwsSession } from '../services/aws-gateway.ts'
import { named } from './faults.ts'
import { type Link, mapped, once } from './link.ts'

/** Who the caller is, told by STS with the host that answered, and what its account is to an organization. */
export function identityCalls(link: Link): Pick<AwsSession, 'identity' | 'organizationRole'> {
  const sts = once(async () => {
    const sdk = await import('@aws-sdk/client-sts')
    return { sdk, client: new sdk.STSClient(await link.settings('sts')) }
  })
  const organizations = once(async () => {
    const sdk = await import('@aws-sdk/client-organizations')
    return { sdk, client: new sdk.OrganizationsClient(await link.settings('organizations')) }
  })

  const identity: AwsSession['identity'] = async () => {
    const asked = await link.ask('sts:GetCallerIdentity', async () => {
      const { sdk, client } = await sts()
      const command = new sdk.GetCallerIdentityCommand({})
      let endpoint = ''
      // The lowest step sees the address the request really goes to, retries included.
      command.middlewareStack.add(
        (next) => async (args) => {
          const { hostname, port } = args.request as { readonly hostname: string; readonly port?: number }
          endpoint = port === undefined ? hostname : `${hostname}:${port}`
          return next(args)
        },
        { step: 'finalizeRequest', priority: 'low', name: 'casebookEndpoint' },
      )
      const { Account, Arn, $metadata } = await client.send(command)
      if (Account === undefined || Arn === undefined) throw named('UnexpectedReply', 'STS answered without an account.')
      return { accountId: Account, arn: Arn, endpoint, $metadata }
    })
    return mapped(asked, ({ accountId, arn, endpoint }) => ({ accountId, arn, endpoint, simulated: link.simulated }))
  }

  const organizationRole: AwsSession['organizationRole'] = async () => {
    const caller = await identity()
    if (!caller.ok) return caller
    const asked = await link.ask('organizations:DescribeOrganization', async () => {
      const { sdk, client } = await organizations()
      return client.send(new sdk.DescribeOrganizationCommand({}))
    })
    if (!asked.ok && asked.fault.code === 'AWSOrganizationsNotInUseException')
      return { ok: true, value: 'standalone', requestId: asked.fault.requestId }
    return mapped(asked, ({ Organization }) =>
      Organization?.MasterAccountId === caller.value.accountId ? 'management' : 'member',
    )
  }

  return { identity, organizationRole }
}
