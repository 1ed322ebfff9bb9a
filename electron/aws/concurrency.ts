import type { AwsSession } from '../services/aws-gateway.ts'
import { named } from './faults.ts'
import { type Link, mapped, once } from './link.ts'

/** Head room for the crawler stack, whose template reserves concurrency twice (trap 10). */
export function concurrencyCalls(link: Link): Pick<AwsSession, 'concurrency'> {
  const lambda = once(async () => {
    const sdk = await import('@aws-sdk/client-lambda')
    return { sdk, client: new sdk.LambdaClient(await link.settings('lambda')) }
  })

  return {
    async concurrency() {
      const asked = await link.ask('lambda:GetAccountSettings', async () => {
        const { sdk, client } = await lambda()
        const { AccountLimit, $metadata } = await client.send(new sdk.GetAccountSettingsCommand({}))
        const limit = AccountLimit?.ConcurrentExecutions
        if (limit === undefined) throw named('UnexpectedReply', 'Lambda answered without the account’s concurrency.')
        return { limit, unreserved: AccountLimit?.UnreservedConcurrentExecutions ?? limit, $metadata }
      })
      return mapped(asked, ({ limit, unreserved }) => ({ limit, unreserved }))
    },
  }
}
