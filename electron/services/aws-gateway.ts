import type {
  BucketFacts,
  CrawlerFacts,
  ObjectFacts,
  ReportDefinition,
  StackFacts,
} from '../../shared/domain/aws-facts.ts'
import type { AwsResult } from '../../shared/domain/aws-fault.ts'
import type { Identity } from '../../shared/domain/records/check.ts'

export type {
  BucketFacts,
  CrawlerFacts,
  ObjectFacts,
  ReportDefinition,
  StackFacts,
} from '../../shared/domain/aws-facts.ts'
export type { AwsFault, AwsFaultKind, AwsResult } from '../../shared/domain/aws-fault.ts'

/** Which keys to use: a profile of the machine's own AWS configuration, in the region of the payer's report. */
export interface AwsTarget {
  readonly profile: string | null
  readonly region: string
  readonly partition: 'aws' | 'aws-cn'
  /** The account the case expects; the practice AWS issues its dummy credentials for it. */
  readonly accountId: string
}

/** Where a session's services answer. */
export interface SessionEndpoints {
  /** Services whose address somebody has set; those that are not named answer at AWS itself. */
  readonly overrides: readonly { readonly service: string; readonly address: string }[]
  /** Why nothing may be changed: services that answer in different places. Null where all are in one. */
  readonly mixed: string | null
}

/** How a profile comes to its keys; `none`: it only holds settings. */
export type ProfileKind = 'keys' | 'role' | 'sso' | 'login' | 'process' | 'web-identity' | 'none'

/** A profile of the machine's own AWS files, without anything secret. */
export interface AwsProfile {
  readonly name: string
  readonly kind: ProfileKind
  /** Account that its role or its sign-in names; null where only AWS knows. */
  readonly accountId: string | null
  readonly roleName: string | null
  /** The command that signs in; null where there is nothing to run. */
  readonly signIn: string | null
}

/** What CloudFormation reads out of a template, before anything is made of it. */
export interface TemplateSummary {
  readonly description: string
  readonly resourceTypes: readonly string[]
  readonly parameters: readonly string[]
  readonly capabilities: readonly string[]
}

/** One event of a stack's life. */
export interface StackEventFacts {
  readonly at: string
  readonly resource: string
  readonly type: string
  readonly status: string
  readonly reason: string
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
  /** Reads the configuration, asks nobody. */
  endpoints(): Promise<AwsResult<SessionEndpoints>>
  identity(): Promise<AwsResult<Identity>>
  /** The account heads its organization, belongs to one, or stands alone. */
  organizationRole(): Promise<AwsResult<'management' | 'member' | 'standalone'>>
  /** All pages. */
  reports(): Promise<AwsResult<readonly ReportDefinition[]>>
  /** The same definition in every field is done already; another of that name is `exists`. */
  putReport(report: Omit<ReportDefinition, 'lastDelivery' | 'lastStatus'>): Promise<AwsResult<null>>
  /**
   * Names of standard data exports (CUR 2.0 and its like) that write into this bucket; one whose destination the
   * caller may not read is among them.
   */
  dataExports(bucket: string): Promise<AwsResult<readonly string[]>>
  bucket(name: string, expectedOwner: string): Promise<AwsResult<BucketFacts>>
  createBucket(name: string): Promise<AwsResult<null>>
  putBucketPolicy(name: string, policy: string, expectedOwner: string): Promise<AwsResult<null>>
  headObject(bucket: string, key: string, expectedOwner: string): Promise<AwsResult<ObjectFacts>>
  /** All pages; a folder beyond 50,000 objects is a `limit`, never a part of it. */
  listObjects(bucket: string, prefix: string, expectedOwner: string): Promise<AwsResult<readonly ObjectFacts[]>>
  /** Whole or a fault: a cut connection never gives part of a file. At most `limit` bytes. */
  getObject(
    bucket: string,
    key: string,
    expectedOwner: string,
    limit: number,
  ): Promise<AwsResult<{ readonly facts: ObjectFacts; readonly bytes: Uint8Array }>>
  /** By name or ID; a deleted stack is found by its ID only. */
  stack(name: string): Promise<AwsResult<StackFacts>>
  /** Events of the stack's last operation, newest first, at most 100. */
  stackEvents(name: string): Promise<AwsResult<readonly StackEventFacts[]>>
  /** What the template behind an object URL would make. */
  templateSummary(url: string): Promise<AwsResult<TemplateSummary>>
  createStack(stack: NewStack): Promise<AwsResult<{ readonly id: string }>>
  /** By name or ID; the ID cannot hit another stack that took the name meanwhile. Gone already is done. */
  deleteStack(nameOrId: string): Promise<AwsResult<null>>
  crawler(name: string): Promise<AwsResult<CrawlerFacts>>
  scheduleCrawler(name: string, expression: string): Promise<AwsResult<null>>
  /** Started already is done. */
  startCrawlerSchedule(name: string): Promise<AwsResult<null>>
  /** Lambda's concurrency: the account's limit, and what is left unreserved. */
  concurrency(): Promise<AwsResult<{ readonly limit: number; readonly unreserved: number }>>
}

export interface AwsGateway {
  /** Whether the environment itself names credentials or a profile, so that a payer without one can be looked at. */
  ambient(): boolean
  /** Profiles of the machine's own AWS files; none in a practice workspace. */
  profiles(): Promise<readonly AwsProfile[]>
  session(target: AwsTarget): AwsSession
}
