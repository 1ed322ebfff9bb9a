import { AwsFault } from '../http/fault.ts'
import { jsonService, requiredText } from '../http/json-service.ts'
import { page } from '../http/page.ts'
import { type DataExport, dataExportsOf } from '../world/exports.ts'

/** BCM Data Exports: the newer exports, CUR 2.0 among them, that write no crawler file. */
export const dataExports = jsonService({
  iam: 'bcm-data-exports',
  operations: {
    ListExports: {
      run(input, { world, caller, now }) {
        const token = typeof input.NextToken === 'string' ? input.NextToken : undefined
        const size = typeof input.MaxResults === 'number' ? input.MaxResults : 100
        const invalid = () => new AwsFault('ValidationException', 'The token is not valid.')
        const { items, next } = page(dataExportsOf(world, caller.accountId), token, size, invalid)
        return {
          Exports: items.map((one) => ({ ExportArn: one.arn, ExportName: one.name, ExportStatus: status(one, now) })),
          ...(next !== undefined && { NextToken: next }),
        }
      },
    },
    GetExport: {
      resource: (input) => String(input.ExportArn),
      run(input, { world, caller, now }) {
        const arn = requiredText(input, 'ExportArn')
        const found = dataExportsOf(world, caller.accountId).find((one) => one.arn === arn)
        if (!found) {
          throw new AwsFault('ResourceNotFoundException', 'The export does not exist.', 400, {
            ResourceId: arn,
            ResourceType: 'EXPORT',
          })
        }
        return { Export: viewExport(found), ExportStatus: status(found, now) }
      },
    },
  },
})

function status(one: DataExport, now: number) {
  const text = (at: number) => new Date(at).toISOString()
  return {
    StatusCode: 'HEALTHY',
    CreatedAt: text(one.createdAt),
    LastUpdatedAt: text(one.createdAt),
    LastRefreshedAt: text(Math.max(one.createdAt, now - 6 * 3_600_000)),
  }
}

function viewExport(one: DataExport) {
  return {
    ExportArn: one.arn,
    Name: one.name,
    Description: 'Standard data export, CUR 2.0',
    DataQuery: {
      QueryStatement: 'SELECT bill_payer_account_id, line_item_unblended_cost FROM COST_AND_USAGE_REPORT',
      TableConfigurations: {
        COST_AND_USAGE_REPORT: { TIME_GRANULARITY: 'HOURLY', INCLUDE_RESOURCES: 'TRUE' },
      },
    },
    DestinationConfigurations: {
      S3Destination: {
        S3Bucket: one.bucket,
        S3Prefix: one.prefix,
        S3Region: one.region,
        S3OutputConfigurations: {
          OutputType: 'CUSTOM',
          Format: 'PARQUET',
          Compression: 'PARQUET',
          Overwrite: 'OVERWRITE_REPORT',
        },
      },
    },
    RefreshCadence: { Frequency: 'SYNCHRONOUS' },
  }
}
