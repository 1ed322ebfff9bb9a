import type { AwsSession } from '../services/aws-gateway.ts'
import { type Link, once } from './link.ts'
import { allPages } from './pages.ts'

/** Standard data exports: what is easily made in place of a legacy report (trap 3). */
export function exportCalls(link: Link): Pick<AwsSession, 'dataExports'> {
  const exports = once(async () => {
    const sdk = await import('@aws-sdk/client-bcm-data-exports')
    return { sdk, client: new sdk.BCMDataExportsClient(await link.settings('exports')) }
  })

  return {
    async dataExports(bucket) {
      const pages = await allPages(link, {
        action: 'bcm-data-exports:ListExports',
        most: 20,
        send: async (token) => {
          const { sdk, client } = await exports()
          return client.send(new sdk.ListExportsCommand(token === undefined ? {} : { NextToken: token }))
        },
        next: (page) => page.NextToken,
      })
      if (!pages.ok) return pages
      const names: string[] = []
      for (const { ExportArn, ExportName } of pages.value.flatMap(({ Exports }) => Exports ?? [])) {
        if (ExportArn === undefined || ExportName === undefined) continue
        const one = await link.ask('bcm-data-exports:GetExport', async () => {
          const { sdk, client } = await exports()
          return client.send(new sdk.GetExportCommand({ ExportArn }))
        })
        if (!one.ok && one.fault.kind !== 'no-access' && one.fault.kind !== 'not-found') return one
        const target = one.ok ? one.value.Export?.DestinationConfigurations?.S3Destination?.S3Bucket : undefined
        const gone = !one.ok && one.fault.kind === 'not-found'
        if (!gone && (target === undefined || target === bucket)) names.push(ExportName)
      }
      return { ok: true, value: names, requestId: pages.requestId }
    },
  }
}
