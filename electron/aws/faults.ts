import type { AwsFault, AwsFaultKind } from '../services/aws-gateway.ts'
import { ConfigurationError } from './endpoints.ts'
import { redactAws } from './redact.ts'

/** What is known of a call when it fails. */
export interface Call {
  /** The IAM action it needed. */
  readonly action: string
  /** What signs the profile in anew, where there is such a command. */
  readonly signIn: string | null
}

/** The names AWS, the SDK and the network give to failures, by what they mean to the operator. */
const NAMES: Readonly<Partial<Record<AwsFaultKind, string>>> = {
  'no-credentials': `CredentialsProviderError TokenProviderError ProviderError InvalidClientTokenId
    UnrecognizedClientException InvalidAccessKeyId SignatureDoesNotMatch InvalidSignatureException AuthFailure
    IncompleteSignature InvalidToken MissingAuthenticationToken MissingAuthenticationTokenException NotSignedUp`,
  expired: `ExpiredToken ExpiredTokenException TokenRefreshRequired UnauthorizedException
    InvalidGrantException`,
  'no-access': `AccessDenied AccessDeniedException UnauthorizedOperation AuthorizationError Forbidden ForbiddenException
    AllAccessDisabled AccountProblem OptInRequired SubscriptionRequiredException NotAuthorized`,
  'not-found': `NotFound NoSuchBucket NoSuchKey NoSuchEntity EntityNotFoundException ResourceNotFoundException
    StackNotFoundException NoSuchBucketPolicy AWSOrganizationsNotInUseException`,
  exists: `BucketAlreadyOwnedByYou DuplicateReportNameException AlreadyExistsException TokenAlreadyExistsException`,
  'not-owner': 'BucketAlreadyExists',
  'wrong-region': `PermanentRedirect TemporaryRedirect AuthorizationHeaderMalformed IllegalLocationConstraintException
    IncorrectEndpoint`,
  limit: `LimitExceededException ReportLimitReachedException TooManyBuckets ResourceNumberLimitExceededException
    ServiceQuotaExceededException EntityTooLarge`,
  invalid: `ValidationError ValidationException InvalidInputException InvalidBucketName MalformedPolicy MalformedXML
    InvalidArgument InvalidRequest InvalidParameterValue InsufficientCapabilitiesException NoScheduleException
    ConfigurationError`,
  busy: `CrawlerRunningException SchedulerTransitioningException OperationAborted ConcurrentModificationException
    VersionMismatchException OperationInProgressException`,
  throttled: `Throttling ThrottlingException ThrottledException TooManyRequestsException SlowDown RequestLimitExceeded
    RequestThrottled RequestThrottledException ServiceUnavailable ServiceUnavailableException`,
  unavailable: `InternalError InternalFailure InternalErrorException InternalServerError InternalServerException
    InternalServiceException ServiceException`,
  timeout: 'TimeoutError RequestTimeout RequestTimeoutException OperationTimeoutException ETIMEDOUT ESOCKETTIMEDOUT',
  offline: `ENOTFOUND EAI_AGAIN ECONNREFUSED ECONNRESET ECONNABORTED EPIPE EHOSTUNREACH EHOSTDOWN ENETUNREACH ENETDOWN
    ERR_PROXY_TUNNEL ERR_PROXY_INVALID_CONFIG CutShort EPROTO CERT_HAS_EXPIRED DEPTH_ZERO_SELF_SIGNED_CERT
    SELF_SIGNED_CERT_IN_CHAIN UNABLE_TO_VERIFY_LEAF_SIGNATURE UNABLE_TO_GET_ISSUER_CERT_LOCALLY
    ERR_TLS_CERT_ALTNAME_INVALID`,
  // Named so that its 403 is not taken for a missing permission: this machine's clock is wrong.
  other: 'RequestTimeTooSkewed RequestInTheFuture RequestExpired',
}

const KINDS: ReadonlyMap<string, AwsFaultKind> = new Map(
  Object.entries(NAMES).flatMap(([kind, names]) => names.split(/\s+/).map((name) => [name, kind as AwsFaultKind])),
)

/** Where the name tells nothing: HEAD replies have no body, and a proxy answers in HTML. */
const STATUSES: Readonly<Record<number, AwsFaultKind>> = {
  301: 'wrong-region',
  307: 'wrong-region',
  400: 'invalid',
  401: 'no-credentials',
  403: 'no-access',
  404: 'not-found',
  407: 'offline',
  408: 'timeout',
  409: 'busy',
  429: 'throttled',
  500: 'unavailable',
  502: 'unavailable',
  503: 'throttled',
  504: 'timeout',
}

/** CloudFormation names most refusals ValidationError; only its words tell them apart. */
const VALIDATION_WORDS: readonly (readonly [RegExp, AwsFaultKind, string | null])[] = [
  [/S3 error:.*(?:access denied|forbidden)/i, 'no-access', 's3:GetObject'],
  [/S3 error:.*(?:does not exist|NoSuch|not found)/i, 'not-found', 's3:GetObject'],
  [/does not exist/i, 'not-found', null],
  [/already exists/i, 'exists', null],
  [/is in \w+_IN_PROGRESS state/i, 'busy', null],
]

/** The fault behind anything thrown while a service was asked. */
export function toFault(error: unknown, call: Call): AwsFault {
  const seen = failure(error)
  const words = /^Validation/.test(seen.code)
    ? VALIDATION_WORDS.find(([pattern]) => pattern.test(seen.message))
    : undefined
  const kind = words?.[1] ?? KINDS.get(seen.code) ?? STATUSES[seen.status ?? 0] ?? 'other'
  return fault(kind, seen, words?.[2] ?? call.action, call)
}

/**
 * The fault behind a failed search for credentials. An answer of AWS in it is about assuming a role or reading the
 * sign-in's credentials, not about the call that was to come.
 */
export function toCredentialFault(error: unknown, call: Call): AwsFault {
  const seen = failure(error)
  if (seen.status !== null) return toFault(error, { ...call, action: 'sts:AssumeRole' })
  if (!(error instanceof Error) || !error.name.endsWith('ProviderError')) return toFault(error, call)
  // Providers keep of an inner error only its text.
  const inner = seen.message
    .match(/\b[A-Z][A-Za-z_]+\b/g)
    ?.find((word) => KINDS.has(word) && !word.endsWith('ProviderError'))
  if (inner === 'ForbiddenException') return fault('no-access', seen, 'sso:GetRoleCredentials', call)
  const lapsed = /\baws (?:sso )?login\b|\b(?:session|token)\b.*\bexpired\b|\breauthenticate\b/i.test(seen.message)
  const kind = lapsed ? 'expired' : inner === undefined ? 'no-credentials' : (KINDS.get(inner) ?? 'no-credentials')
  return fault(kind, inner === undefined ? seen : { ...seen, code: inner }, call.action, call)
}

/** An error that says by its name what went wrong, as AWS's own do. */
export function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name })
}

/** A fault of our own finding. */
export function ownFault(kind: AwsFaultKind, code: string, message: string, call: Call): AwsFault {
  return fault(kind, { code, message, requestId: null }, call.action, call)
}

interface Failure {
  readonly code: string
  readonly message: string
  readonly status: number | null
  readonly requestId: string | null
}

function fault(kind: AwsFaultKind, seen: Omit<Failure, 'status'>, action: string, { signIn }: Call): AwsFault {
  const said = { kind, code: seen.code, message: redactAws(seen.message), action, requestId: seen.requestId }
  return kind === 'expired' && signIn !== null ? { ...said, command: signIn } : said
}

/** The parts of a thrown thing that matter, whichever generation of the SDK threw it. */
function failure(error: unknown): Failure {
  if (!(error instanceof Error)) return { code: 'Unknown', message: String(error), status: null, requestId: null }
  const thrown = error as Error & {
    readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string }
    readonly $response?: { readonly statusCode?: number }
  }
  const status = thrown.$metadata?.httpStatusCode ?? thrown.$response?.statusCode ?? null
  const code = networkCode(error) ?? errorName(error, status)
  const message = usable(error) ?? (status === null ? `The call failed with ${code}.` : `The answer was ${status}.`)
  return { code, message, status, requestId: thrown.$metadata?.requestId ?? null }
}

/** Node's code of a broken or missing connection, however deep the SDK has wrapped it. */
function networkCode(error: Error, depth = 0): string | null {
  const { code } = error as { readonly code?: unknown }
  if (typeof code === 'string' && ['offline', 'timeout'].includes(KINDS.get(code) ?? '')) return code
  return error.cause instanceof Error && depth < 5 ? networkCode(error.cause, depth + 1) : null
}

function errorName(error: Error, status: number | null): string {
  if (error instanceof ConfigurationError) return error.name
  const { code, name } = error as { readonly code?: unknown; readonly name: string }
  if (/^(?:Error|UnknownError|Unknown|SyntaxError|TypeError|\d+)$/.test(name)) {
    if (status !== null) return `Http${status}`
    return typeof code === 'string' ? code : name
  }
  return name
}

/** The error's own words, where they speak of the call: not of a reply that was HTML, nor of nothing. */
function usable({ name, message }: Error): string | null {
  if (name === 'SyntaxError') return 'The answer is not in AWS’s own form; a proxy or another server may have given it.'
  return /^\s*(?:UnknownError|Unknown)?\s*$/.test(message) ? null : message.trim()
}
