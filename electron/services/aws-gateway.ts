import type { Instant } from '../../shared/domain/instant.ts'
import type { Identity } from '../../shared/domain/records/check.ts'

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

export interface ReportDefinition {
  readonly name: string
  readonly timeUnit: string
  readonly format: string
  readonly compression: string
  readonly schemaElements: readonly string[]
  readonly bucket: string
  readonly prefix: string
  readonly region: string
  readonly artifacts: readonly string[]
  readonly refreshClosedReports: boolean
  readonly versioning: string
  /** Null while AWS has not delivered (the console's N/A). */
  readonly lastDelivery: Instant | null
  readonly lastStatus: string | null
}

export interface BucketFacts {
  /** Null where the caller may not see it. */
  readonly region: string | null
  /** True and false only when AWS said so under ExpectedBucketOwner; an ambiguous 403 is null. */
  readonly ownedByExpected: boolean | null
  /** Policy document as AWS holds it; null: none; undefined: not readable. */
  readonly policy: string | null | undefined
  /** Names of notification targets the crawler stack would replace; undefined: not readable. */
  readonly notifications: readonly string[] | undefined
}

export interface ObjectFacts {
  readonly bucket: string
  readonly key: string
  readonly size: number
  readonly modifiedAt: Instant | null
  readonly etag: string
}

export interface StackFacts {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly statusReason: string | null
  readonly createdAt: Instant
  readonly parameters: Readonly<Record<string, string>>
  /** The first event that failed, oldest first: the cause, not its consequences. */
  readonly firstFailure: { readonly resource: string; readonly type: string; readonly reason: string } | null
  readonly complete: number
  readonly resources: number
}

export interface CrawlerFacts {
  readonly name: string
  readonly state: string
  readonly scheduleExpression: string | null
  readonly scheduleState: string | null
  readonly lastCrawl: { readonly status: string; readonly error: string | null; readonly at: Instant | null } | null
}

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
