/** The ways in which AWS services speak: they differ in the shape of a request, of an answer and of an error. */
export type Protocol = 'rest-xml' | 'query' | 'json' | 'rest-json'

/** An error that a service answers with. Thrown by operations, written out by the service in its own protocol. */
export class AwsFault extends Error {
  readonly code: string
  readonly status: number
  /** Further members of the error document, such as BucketName or Endpoint. */
  readonly details: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>

  constructor(
    code: string,
    message: string,
    status = 400,
    details: Record<string, string> = {},
    headers: Record<string, string> = {},
  ) {
    super(message)
    this.name = 'AwsFault'
    this.code = code
    this.status = status
    this.details = details
    this.headers = headers
  }
}

/** What can happen to a call before its operation runs, the same in every service but named differently by each. */
export type CommonFault = 'throttled' | 'denied' | 'unsigned' | 'expired'

const common: Record<CommonFault, Record<Protocol, readonly [code: string, status: number, message: string]>> = {
  throttled: {
    'rest-xml': ['SlowDown', 503, 'Please reduce your request rate.'],
    query: ['Throttling', 400, 'Rate exceeded'],
    json: ['ThrottlingException', 400, 'Rate exceeded'],
    'rest-json': ['TooManyRequestsException', 429, 'Rate Exceeded.'],
  },
  denied: {
    'rest-xml': ['AccessDenied', 403, 'Access Denied'],
    query: ['AccessDenied', 403, 'Access denied'],
    json: ['AccessDeniedException', 400, 'Access denied'],
    'rest-json': ['AccessDeniedException', 403, 'Access denied'],
  },
  unsigned: {
    'rest-xml': ['AccessDenied', 403, 'Access Denied'],
    query: ['MissingAuthenticationToken', 403, 'Request is missing Authentication Token'],
    json: ['MissingAuthenticationTokenException', 400, 'Missing Authentication Token'],
    'rest-json': ['MissingAuthenticationTokenException', 403, 'Missing Authentication Token'],
  },
  expired: {
    'rest-xml': ['ExpiredToken', 400, 'The provided token has expired.'],
    query: ['ExpiredToken', 403, 'The security token included in the request is expired'],
    json: ['ExpiredTokenException', 400, 'The security token included in the request is expired'],
    'rest-json': ['ExpiredTokenException', 403, 'The security token included in the request is expired'],
  },
}

/** The fault as the services of a protocol name it; `message` replaces the usual sentence. */
export function commonFault(kind: CommonFault, protocol: Protocol, message?: string): AwsFault {
  const [code, status, usual] = common[kind][protocol]
  return new AwsFault(code, message ?? usual, status)
}

/** The sentence that IAM gives when an identity lacks a permission; it names the action that is needed. */
export function notAuthorized(arn: string, action: string, resource: string): string {
  const because = `because no identity-based policy allows the ${action} action`
  return `User: ${arn} is not authorized to perform: ${action} on resource: ${resource} ${because}`
}
