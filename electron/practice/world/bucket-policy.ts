import type { Bucket } from './buckets.ts'

/** A request as a bucket policy sees it. */
export type PolicyRequest = {
  /** `*` for nobody in particular, an account ID, or a service such as billingreports.amazonaws.com. */
  readonly principal: { readonly kind: 'anyone' | 'account' | 'service'; readonly id: string }
  readonly action: string
  readonly resource: string
  /** Condition keys in lower case, such as aws:sourcearn. */
  readonly context?: Readonly<Record<string, string>>
}

type Json = Readonly<Record<string, unknown>>

/** What a bucket's policy says to a request: an explicit deny, an allow, or nothing. */
export function policyVerdict(bucket: Bucket, request: PolicyRequest): 'allow' | 'deny' | 'silent' {
  const applying = statementsOf(bucket.policy).filter((statement) => applies(statement, request))
  if (applying.some((statement) => statement.Effect === 'Deny')) return 'deny'
  return applying.some((statement) => statement.Effect === 'Allow') ? 'allow' : 'silent'
}

/** Whether some statement opens the bucket to everybody, which Block Public Access refuses. */
export function isPublicPolicy(policy: string): boolean {
  return statementsOf(policy).some(
    (statement) =>
      statement.Effect === 'Allow' && statement.Condition === undefined && principals(statement).includes('*'),
  )
}

/** The statements of a policy text; none when it is no policy. */
export function statementsOf(policy: string | undefined): Json[] {
  if (policy === undefined) return []
  try {
    const parsed: unknown = JSON.parse(policy)
    return isRecord(parsed) ? list(parsed.Statement).filter(isRecord) : []
  } catch {
    return []
  }
}

function applies(statement: Json, request: PolicyRequest): boolean {
  return (
    principalMatches(statement, request.principal) &&
    list(statement.Action).some((action) => wildcard(String(action).toLowerCase(), request.action.toLowerCase())) &&
    list(statement.Resource).some((resource) => wildcard(String(resource), request.resource)) &&
    conditionsHold(statement.Condition, request.context ?? {})
  )
}

function principals(statement: Json): string[] {
  const principal = statement.Principal
  if (!isRecord(principal)) return list(principal).map(String)
  return Object.values(principal).flatMap((value) => list(value).map(String))
}

function principalMatches(statement: Json, asking: PolicyRequest['principal']): boolean {
  return principals(statement).some((principal) => {
    if (principal === '*' || principal === asking.id) return true
    return asking.kind === 'account' && new RegExp(`^arn:[a-z-]+:iam::${asking.id}:`).test(principal)
  })
}

/** An operator that this world does not know never holds: a grant under it is none, nor is a denial (of plain HTTP, say). */
function conditionsHold(condition: unknown, context: Readonly<Record<string, string>>): boolean {
  if (condition === undefined) return true
  if (!isRecord(condition)) return false
  return Object.entries(condition).every(([operator, keys]) => {
    const same = comparisons[operator]
    return (
      same !== undefined &&
      isRecord(keys) &&
      Object.entries(keys).every(([key, wanted]) => {
        const actual = context[key.toLowerCase()]
        return actual !== undefined && list(wanted).some((pattern) => same(String(pattern), actual))
      })
    )
  })
}

const comparisons: Record<string, ((pattern: string, actual: string) => boolean) | undefined> = {
  StringEquals: (pattern, actual) => pattern === actual,
  StringLike: wildcard,
  ArnEquals: wildcard,
  ArnLike: wildcard,
}

/** IAM's wildcards: * for any run of characters, ? for one. */
export function wildcard(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  return new RegExp(`^${source}$`, 's').test(text)
}

function list(value: unknown): unknown[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
