import { AwsFault } from '../http/fault.ts'
import { type JsonObject, jsonService, requiredText } from '../http/json-service.ts'
import { page } from '../http/page.ts'
import type { Call } from '../http/service.ts'
import { addReport, type Report, reportQuota, reportsOf } from '../world/reports.ts'
import { checkBucket, readDefinition } from './definition.ts'

/** The API lives in us-east-1 (in cn-northwest-1 for AWS China) and nowhere else. */
const regions = ['us-east-1', 'cn-northwest-1']

/** Reports on one page, whatever MaxResults says: the API's model fixes it at 5. */
const pageSize = 5

/** The Cost and Usage Report API: the legacy reports, the only ones that bring a crawler file. */
export const costAndUsage = jsonService({
  iam: 'cur',
  guard({ caller }) {
    if (!caller.signed || regions.includes(caller.region)) return
    throw new AwsFault('InvalidSignatureException', 'Credential should be scoped to a valid region.')
  },
  operations: {
    PutReportDefinition: { writes: true, resource: definitionArn, run: putReport },
    ModifyReportDefinition: { writes: true, resource: definitionArn, run: modifyReport },
    DeleteReportDefinition: { writes: true, resource: definitionArn, run: deleteReport },
    DescribeReportDefinitions: { run: describeReports },
  },
})

function definitionArn(input: JsonObject, { caller }: Call): string {
  const definition = input.ReportDefinition as JsonObject | undefined
  const name = String(input.ReportName ?? definition?.ReportName ?? '*')
  return `arn:aws:cur:us-east-1:${caller.accountId}:definition/${name}`
}

function putReport(input: JsonObject, { world, caller, now }: Call): JsonObject {
  const definition = readDefinition(input)
  const own = reportsOf(world, caller.accountId)
  if (own.some((report) => report.definition.ReportName === definition.ReportName)) {
    const message = `A report with the name ${definition.ReportName} already exists.`
    throw new AwsFault('DuplicateReportNameException', message)
  }
  if (own.length >= reportQuota) {
    throw new AwsFault('ReportLimitReachedException', `The account has reached its limit of ${reportQuota} reports.`)
  }
  checkBucket(world, caller.accountId, definition)
  addReport(world, caller.accountId, definition, now)
  return {}
}

function modifyReport(input: JsonObject, call: Call): JsonObject {
  const report = existing(input, call)
  const definition = readDefinition(input)
  if (definition.ReportName !== report.definition.ReportName) {
    throw new AwsFault('ValidationException', 'The name of a report cannot be changed.')
  }
  checkBucket(call.world, call.caller.accountId, definition)
  report.definition = definition
  return {}
}

function deleteReport(input: JsonObject, call: Call): JsonObject {
  const report = existing(input, call)
  call.world.reports = call.world.reports.filter((one) => one !== report)
  return { ResponseMessage: `Successfully deleted report definition ${report.definition.ReportName}` }
}

function describeReports(input: JsonObject, { world, caller }: Call): JsonObject {
  const size = input.MaxResults
  if (size !== undefined && size !== null && size !== pageSize) {
    throw new AwsFault('ValidationException', `MaxResults is ${pageSize} or is left out.`)
  }
  const token = typeof input.NextToken === 'string' && input.NextToken !== '' ? input.NextToken : undefined
  const invalid = () => new AwsFault('ValidationException', 'The NextToken is not valid.')
  const { items, next } = page(reportsOf(world, caller.accountId), token, pageSize, invalid)
  return { ReportDefinitions: items.map(describe), ...(next !== undefined && { NextToken: next }) }
}

/** ReportStatus is there from the first delivery attempt on; lastDelivery absent is what the console calls N/A. */
function describe(report: Report): JsonObject {
  const { lastDelivery, lastStatus } = report
  const status = {
    ...(lastDelivery !== undefined && { lastDelivery: compact(lastDelivery) }),
    ...(lastStatus !== undefined && { lastStatus }),
  }
  return { ...report.definition, ...(lastStatus !== undefined && { ReportStatus: status }) }
}

function existing(input: JsonObject, { world, caller }: Call): Report {
  const name = requiredText(input, 'ReportName')
  const report = reportsOf(world, caller.accountId).find((one) => one.definition.ReportName === name)
  if (!report) throw new AwsFault('ValidationException', `The report ${name} does not exist.`)
  return report
}

/** As AWS writes it: 20200401T081027Z. */
function compact(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}
