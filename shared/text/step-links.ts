import * as consoles from '../domain/console-links.ts'
import { crawlerFileKey, crawlerNameOf } from '../domain/crawler-template/names.ts'
import type { Facts } from '../domain/facts.ts'
import type { LinkName } from '../domain/procedure/types.ts'
import { judgeSpotLink } from '../domain/spot-link/judge.ts'
import { buildObjectUrl } from '../domain/values/object-url.ts'

export interface StepLink {
  readonly label: string
  readonly url: string
}

/** The page a step is done on, with region and values filled in; null while a value it needs is not known. */
export function stepLink(name: LinkName, facts: Facts): StepLink | null {
  const { bucket, reportName, crawlerStackName, extractorStackName } = facts
  const region = facts.region ?? 'us-east-1'
  const partition = facts.partition === 'aws-cn' ? 'aws-cn' : 'aws'
  const key = crawlerFileKey(facts.prefix ?? '', reportName ?? '')
  switch (name) {
    case 'create-report':
      return { label: 'Open Data Exports', url: consoles.createReport(partition) }
    case 'report-list':
      return { label: 'Open Cost and Usage Reports', url: consoles.reportList(partition) }
    case 'crawler-file':
      return bucket && reportName
        ? { label: 'Open crawler-cfn.yml in S3', url: consoles.bucketObject(region, bucket, key) }
        : null
    case 'create-crawler-stack':
      return bucket && reportName && crawlerStackName
        ? {
            label: 'Create the stack in CloudFormation',
            url: consoles.quickCreateStack(region, {
              templateUrl: buildObjectUrl(bucket, key, region),
              stackName: crawlerStackName,
            }),
          }
        : null
    case 'crawler':
      return reportName
        ? { label: 'Open the crawler in Glue', url: consoles.crawler(region, crawlerNameOf(reportName)) }
        : null
    case 'spot-organization':
      return { label: 'Open the Spot console', url: consoles.spotOrganization() }
    case 'spot-console':
      return { label: 'Open the Spot console', url: consoles.spotConsole() }
    case 'billing-access':
      return { label: 'Open the account’s settings', url: consoles.billingAccess(partition) }
    case 'bucket':
      return bucket ? { label: 'Open the bucket in S3', url: consoles.bucket(region, bucket) } : null
    case 'stacks':
      return { label: 'Open CloudFormation', url: consoles.stacks(region) }
    case 'spot-link':
      return spotLink(facts)
    case 'extractor-stacks':
      return extractorStackName
        ? { label: 'Open the stack in CloudFormation', url: consoles.stackList(region, extractorStackName) }
        : null
  }
}

/** Spot's link with the case's own three values filled in, so that nobody retypes them; the pre-filled ones stay. */
function spotLink(facts: Facts): StepLink | null {
  if (!facts.spotLink) return null
  const link = judgeSpotLink(facts.spotLink, { region: facts.region, prefix: facts.prefix })
  if (link.templateUrl === null || link.region === null) return null
  const url = consoles.quickCreateStack(link.region, {
    templateUrl: link.templateUrl,
    stackName: facts.extractorStackName ?? link.stackName ?? '',
    parameters: {
      ...link.parameters,
      CURBucketName: facts.bucket ?? '',
      ...(facts.accountList === null ? {} : { AccountList: facts.accountList }),
    },
  })
  return { label: 'Open Spot’s link', url }
}
