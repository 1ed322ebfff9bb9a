import { CONSOLE_DOMAINS } from './spot-link/console-host.ts'
import { type Partition, partitionOf, type Region } from './values/region.ts'

/**
 * Pages of the AWS and Spot consoles as they are today, with region and values built in: the documents' own links are dead or
 * lead to consoles that are retired (trap 17). Every function is pure and gives an https URL.
 */

/** A stack to be created: what the page is filled with. */
export interface StackToCreate {
  readonly templateUrl: string
  readonly stackName?: string
  readonly parameters?: Readonly<Record<string, string>>
}

/** The console of the region's own partition: AWS China has another domain. */
function regional(region: Region, path: string, query: readonly (readonly [string, string])[] = []): string {
  const host = `${region}.${CONSOLE_DOMAINS[partitionOf(region)]}`
  return `https://${host}${path}?${pairs([['region', region], ...query])}`
}

function pairs(query: readonly (readonly [string, string])[]): string {
  return query.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&')
}

/** Escapes everything but letters, digits and `-_.~`, so that no value can end the part it stands in. */
function encode(value: string): string {
  const asHex = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  return encodeURIComponent(value.toWellFormed()).replace(/[!'()*]/g, asHex)
}

/** The page where a report is created: Create, then “Legacy CUR export” (004, step 1.1; trap 3). */
export function createReport(partition: Partition): string {
  if (partition === 'aws-cn') return reportList(partition)
  return 'https://us-east-1.console.aws.amazon.com/costmanagement/home?region=us-east-1#/bcm-data-exports'
}

/** The list of legacy reports with their “Data last refreshed” (004, step 2). GovCloud is billed in partition aws. */
export function reportList(partition: Partition): string {
  return partition === 'aws-cn'
    ? 'https://console.amazonaws.cn/billing/home#/reports'
    : 'https://us-east-1.console.aws.amazon.com/billing/home?region=us-east-1#/reports'
}

/** A bucket's objects (004, step 2.1). */
export function bucket(region: Region, name: string): string {
  return regional(region, `/s3/buckets/${encode(name)}`, [['tab', 'objects']])
}

/** A folder of a bucket; the slash that S3 wants at its end is put there. */
export function bucketFolder(region: Region, name: string, folder: string): string {
  const prefix = folder === '' || folder.endsWith('/') ? folder : `${folder}/`
  return regional(region, `/s3/buckets/${encode(name)}`, [
    ['prefix', prefix],
    ['tab', 'objects'],
  ])
}

/** The page of one object, with its Object URL at the bottom (004, step 2.4). */
export function bucketObject(region: Region, name: string, key: string): string {
  return regional(region, `/s3/object/${encode(name)}`, [['prefix', key]])
}

/** The first page of creating a stack, with nothing filled in (004, step 2.5). */
export function createStack(region: Region): string {
  return `${regional(region, '/cloudformation/home')}#/stacks/create`
}

/** The page that creates a stack in one step, with template, name and parameters filled in (004, steps 2.5 to 2.10). */
export function quickCreateStack(region: Region, stack: StackToCreate): string {
  const query = pairs([
    ['templateURL', stack.templateUrl],
    ...(stack.stackName === undefined ? [] : [['stackName', stack.stackName] as const]),
    ...Object.entries(stack.parameters ?? {}).map(([name, value]) => [`param_${name}`, value] as const),
  ])
  return `${regional(region, '/cloudformation/home')}#/stacks/create/review?${query}`
}

/** The list of stacks, narrowed to a name. */
export function stackList(region: Region, stackName: string): string {
  const query = pairs([
    ['filteringText', stackName],
    ['filteringStatus', 'active'],
    ['viewNested', 'true'],
  ])
  return `${regional(region, '/cloudformation/home')}#/stacks?${query}`
}

/** All active stacks of a region: where a stack that somebody else named is found, with its Outputs tab (003, step 6.1). */
export function stacks(region: Region): string {
  return `${regional(region, '/cloudformation/home')}#/stacks?filteringStatus=active`
}

/** The page with “IAM user and role access to Billing information” (000, step 2; 001, step 3; trap 18). */
export function billingAccess(partition: Partition): string {
  return partition === 'aws-cn'
    ? 'https://console.amazonaws.cn/billing/home#/account'
    : 'https://us-east-1.console.aws.amazon.com/billing/home?region=us-east-1#/account'
}

/** The page of one Glue crawler, where its schedule is set (004, steps 2.11 to 2.16). */
export function crawler(region: Region, name: string): string {
  return `${regional(region, '/glue/home')}#/v2/data-catalog/crawlers/view/${encode(name)}`
}

/** The quota of concurrent Lambda executions, which new accounts have too little of (trap 10). */
export function lambdaConcurrencyQuota(region: Region): string {
  return regional(region, '/servicequotas/home/services/lambda/quotas/L-B99A9384')
}

/** The Spot console, where the wizards of the customer's own connection start (003, 000, 001: get started). */
export function spotConsole(): string {
  return 'https://console.spotinst.com/'
}

/** The Spot console; the Org ID is there under the user icon, My Organization, a page that has no address of its own. */
export function spotOrganization(): string {
  return spotConsole()
}
