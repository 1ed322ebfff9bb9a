import type {
  BucketFacts,
  CrawlerFacts,
  ObjectFacts,
  ReportDefinition,
  StackFacts,
} from '../../shared/domain/aws-facts.ts'
import type { Identity } from '../../shared/domain/records/check.ts'

export type {
  BucketFacts,
  CrawlerFacts,
  ObjectFacts,
  ReportDefinition,
  StackFacts,
} from '../../shared/domain/aws-facts.ts'

/** Which keys to use: a profile of the machine's own AWS configuration, in the region of the payer's report. */
export interface AwsTarget {
  readonly profile: string | null
  readonly region: string
  readonly partition: 'aws' | 'aws-cn'
  /** The account the case expects; the practice AWS issues its dummy credentials for it. */
  readonly accountId: string
}

/**
 * Why a call did not give an answer, told apart so that "wrong" is never confused with "could not look".
 * `code` is AWS's own (`AccessDenied`…); `action` the IAM action that was needed.
 */
export interface AwsFault {
  readonly kind:
    | 'no-credentials'
    | 'expired'
    | 'no-access'
    | 'not-found'
    | 'exists'
    | 'not-owner'
    | 'wrong-region'
    | 'limit'
    | 'invalid'
    | 'busy'
    | 'throttled'
    | 'timeout'
    | 'offline'
    | 'mixed-endpoints'
    | 'other'
  readonly code: string
  /** AWS's own words, cleared of credentials and presigned URLs. */
  readonly message: string
  readonly action: string
  readonly requestId: string | null
}

export type AwsResult<T> =
  | { readonly ok: true; readonly value: T; readonly requestId: string | null }
  | { readonly ok: false; readonly fault: AwsFault }

export interface NewStack {
  readonly name: string
  readonly template: { readonly url: string } | { readonly body: string }
  readonly parameters: Readonly<Record<string, string>>
  readonly capabilities: readonly string[]
  /** The same token makes the same stack, however often it is sent. */
  readonly token: string
}

/** One caller in one region. Every method is one question or one change; retries and time-outs are inside. */
export interface AwsSession {
  identity(): Promise<AwsResult<Identity>>
  /** The account heads its organization, belongs to one, or stands alone. */
  organizationRole(): Promise<AwsResult<'management' | 'member' | 'standalone'>>
  /** All pages. */
  reports(): Promise<AwsResult<readonly ReportDefinition[]>>
  putReport(report: Omit<ReportDefinition, 'lastDelivery' | 'lastStatus'>): Promise<AwsResult<null>>
  /** Names of CUR 2.0 exports that write into this bucket. */
  dataExports(bucket: string): Promise<AwsResult<readonly string[]>>
  bucket(name: string, expectedOwner: string): Promise<AwsResult<BucketFacts>>
  createBucket(name: string): Promise<AwsResult<null>>
  putBucketPolicy(name: string, policy: string, expectedOwner: string): Promise<AwsResult<null>>
  headObject(bucket: string, key: string, expectedOwner: string): Promise<AwsResult<ObjectFacts>>
  listObjects(bucket: string, prefix: string, expectedOwner: string): Promise<AwsResult<readonly ObjectFacts[]>>
  /** Whole or a fault: a cut connection never gives part of a file. At most `limit` bytes. */
  getObject(
    bucket: string,
    key: string,
    expectedOwner: string,
    limit: number,
  ): Promise<AwsResult<{ readonly facts: ObjectFacts; readonly bytes: Uint8Array }>>
  stack(name: string): Promise<AwsResult<StackFacts>>
  createStack(stack: NewStack): Promise<AwsResult<{ readonly id: string }>>
  deleteStack(name: string): Promise<AwsResult<null>>
  crawler(name: string): Promise<AwsResult<CrawlerFacts>>
  scheduleCrawler(name: string, expression: string): Promise<AwsResult<null>>
  startCrawlerSchedule(name: string): Promise<AwsResult<null>>
  /** Lambda's concurrency: the account's limit, and what is left unreserved. */
  concurrency(): Promise<AwsResult<{ readonly limit: number; readonly unreserved: number }>>
}

export interface AwsGateway {
  /** Profiles of the machine's own AWS files, by name; none in a practice workspace. */
  profiles(): Promise<readonly string[]>
  session(target: AwsTarget): AwsSession
}
