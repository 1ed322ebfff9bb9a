import { z } from 'zod'
import { fromAwsCompact } from '../../shared/domain/instant.ts'
import type { AwsSession, ReportDefinition } from '../services/aws-gateway.ts'
import { named } from './faults.ts'
import { type Link, mapped, once } from './link.ts'
import { allPages } from './pages.ts'

const ACTION = 'cur:DescribeReportDefinitions'

/** AWS writes `20200401T081027Z` here; what merely resembles AWS may write ISO. Present means delivered. */
const Delivered = z.string().transform((text, context) => {
  const iso = new Date(text)
  const instant = fromAwsCompact(text) ?? (Number.isNaN(iso.getTime()) ? null : iso.toISOString())
  if (instant === null) context.addIssue({ code: 'custom', message: `lastDelivery is no time: ${text}` })
  return instant
})

/**
 * A report definition as AWS sends it. The client package is older than `ReportStatus` and hands it on untyped; the
 * reply is read by this schema instead of being trusted. AWS leaves out what an old definition never had.
 */
const Definition = z
  .object({
    ReportName: z.string(),
    TimeUnit: z.string(),
    Format: z.string(),
    Compression: z.string(),
    AdditionalSchemaElements: z.array(z.string()).nullish(),
    S3Bucket: z.string(),
    S3Prefix: z.string(),
    S3Region: z.string(),
    AdditionalArtifacts: z.array(z.string()).nullish(),
    RefreshClosedReports: z.boolean().nullish(),
    ReportVersioning: z.string().nullish(),
    ReportStatus: z.object({ lastDelivery: Delivered.nullish(), lastStatus: z.string().nullish() }).nullish(),
  })
  .transform(
    (sent): ReportDefinition => ({
      name: sent.ReportName,
      timeUnit: sent.TimeUnit,
      format: sent.Format,
      compression: sent.Compression,
      schemaElements: sent.AdditionalSchemaElements ?? [],
      bucket: sent.S3Bucket,
      prefix: sent.S3Prefix,
      region: sent.S3Region,
      artifacts: sent.AdditionalArtifacts ?? [],
      refreshClosedReports: sent.RefreshClosedReports ?? false,
      versioning: sent.ReportVersioning ?? 'CREATE_NEW_REPORT',
      lastDelivery: sent.ReportStatus?.lastDelivery ?? null,
      lastStatus: sent.ReportStatus?.lastStatus ?? null,
    }),
  )
const Page = z.object({ ReportDefinitions: z.array(Definition).nullish(), NextToken: z.string().nullish() })

/** Legacy Cost and Usage Reports: the definitions of the account, and a new one. */
export function reportCalls(link: Link): Pick<AwsSession, 'reports' | 'putReport'> {
  const reports = once(async () => {
    const sdk = await import('@aws-sdk/client-cost-and-usage-report-service')
    return { sdk, client: new sdk.CostAndUsageReportServiceClient(await link.settings('reports')) }
  })

  const calls: Pick<AwsSession, 'reports' | 'putReport'> = {
    async reports() {
      const pages = await allPages(link, {
        action: ACTION,
        // AWS pages by five, so this covers ten times the account's quota of reports.
        most: 20,
        send: async (token) => {
          const { sdk, client } = await reports()
          const reply = await client.send(
            new sdk.DescribeReportDefinitionsCommand(token === undefined ? {} : { NextToken: token }),
          )
          const page = Page.safeParse(reply)
          if (!page.success)
            throw named(
              'UnexpectedReply',
              `The report definitions are not as AWS documents them: ${z.prettifyError(page.error)}`,
            )
          return { ...page.data, $metadata: reply.$metadata }
        },
        next: (page) => page.NextToken ?? undefined,
      })
      return mapped(pages, (all) => all.flatMap(({ ReportDefinitions }) => ReportDefinitions ?? []))
    },

    async putReport(report) {
      const put = await link.change('cur:PutReportDefinition', async () => {
        const { sdk, client } = await reports()
        const definition = {
          ReportName: report.name,
          TimeUnit: report.timeUnit,
          Format: report.format,
          Compression: report.compression,
          AdditionalSchemaElements: [...report.schemaElements],
          S3Bucket: report.bucket,
          S3Prefix: report.prefix,
          S3Region: report.region,
          AdditionalArtifacts: [...report.artifacts],
          RefreshClosedReports: report.refreshClosedReports,
          ReportVersioning: report.versioning,
        }
        return client.send(new sdk.PutReportDefinitionCommand({ ReportDefinition: definition }))
      })
      if (put.ok || put.fault.code !== 'DuplicateReportNameException') return mapped(put, () => null)
      // The answer to a first attempt may have been lost: what is there already in every field is what was asked for.
      const all = await calls.reports()
      const there = all.ok && all.value.some((one) => isSame(one, report))
      return there ? { ok: true, value: null, requestId: put.fault.requestId } : put
    },
  }
  return calls
}

type Wanted = Parameters<AwsSession['putReport']>[0]

function isSame(one: ReportDefinition, wanted: Wanted): boolean {
  return Object.entries(wanted).every(([field, value]) => String(one[field as keyof Wanted]) === String(value))
}
