import type { Instant } from './instant.ts'

/** What AWS answers, in the field's own words: the facts that checks compare. Null: AWS says there is none. */

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
  /**
   * The first event that failed in the stack's last operation: the cause, not its consequences. Null: nothing failed;
   * undefined: the caller may not read the events.
   */
  readonly firstFailure:
    | { readonly resource: string; readonly type: string; readonly reason: string }
    | null
    | undefined
  /** Resources that are ready, of those AWS has begun so far; 0 of 0 where the caller may not list them. */
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
