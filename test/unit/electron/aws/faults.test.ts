import { describe, expect, it } from 'vitest'
import { ConfigurationError } from '../../../../electron/aws/endpoints.ts'
import { toCredentialFault, toFault } from '../../../../electron/aws/faults.ts'

const call = { action: 's3:GetObject', signIn: 'aws sso login --profile acme' }

/** An error as the SDK throws it. */
function sdkError(name: string, status?: number, message = 'AWS said so'): Error {
  const $metadata = status === undefined ? {} : { httpStatusCode: status, requestId: 'REQ1' }
  return Object.assign(new Error(message), { name, $metadata })
}

function nodeError(code: string, name = 'Error'): Error {
  return Object.assign(new Error(`connect ${code}`), { name, code })
}

describe('the kind of a fault', () => {
  it.each([
    ['no-credentials', 'InvalidClientTokenId', 403],
    ['no-credentials', 'UnrecognizedClientException', 400],
    ['no-credentials', 'SignatureDoesNotMatch', 403],
    ['expired', 'ExpiredToken', 400],
    ['expired', 'ExpiredTokenException', 403],
    ['no-access', 'AccessDenied', 403],
    ['no-access', 'AccessDeniedException', 400],
    ['not-found', 'NoSuchBucket', 404],
    ['not-found', 'EntityNotFoundException', 400],
    ['exists', 'AlreadyExistsException', 400],
    ['exists', 'DuplicateReportNameException', 400],
    ['exists', 'BucketAlreadyOwnedByYou', 409],
    ['not-owner', 'BucketAlreadyExists', 409],
    ['wrong-region', 'PermanentRedirect', 301],
    ['wrong-region', 'AuthorizationHeaderMalformed', 400],
    ['limit', 'ReportLimitReachedException', 400],
    ['limit', 'TooManyBuckets', 400],
    ['invalid', 'ValidationException', 400],
    ['invalid', 'InsufficientCapabilitiesException', 400],
    ['busy', 'CrawlerRunningException', 400],
    ['busy', 'OperationAborted', 409],
    ['throttled', 'ThrottlingException', 400],
    ['throttled', 'SlowDown', 503],
    ['unavailable', 'InternalError', 500],
    ['timeout', 'RequestTimeout', 400],
    ['other', 'RequestTimeTooSkewed', 403],
  ])('is %s for %s', (kind, name, status) => {
    expect(toFault(sdkError(name, status), call)).toEqual({
      kind,
      code: name,
      message: 'AWS said so',
      action: 's3:GetObject',
      requestId: 'REQ1',
      ...(kind === 'expired' && { command: 'aws sso login --profile acme' }),
    })
  })

  it.each([
    ['no-access', 403],
    ['not-found', 404],
    ['wrong-region', 301],
    ['throttled', 429],
    ['throttled', 503],
    ['unavailable', 502],
    ['timeout', 504],
    ['other', 418],
  ])('is %s for a bare %s', (kind, status) => {
    expect(toFault(sdkError('UnknownError', status, 'UnknownError'), call)).toMatchObject({
      kind,
      code: `Http${status}`,
      message: `The answer was ${status}.`,
    })
  })

  it.each([
    ['offline', nodeError('ENOTFOUND')],
    ['offline', nodeError('ECONNREFUSED')],
    ['offline', nodeError('ERR_PROXY_TUNNEL')],
    ['offline', nodeError('SELF_SIGNED_CERT_IN_CHAIN')],
    ['timeout', nodeError('ETIMEDOUT')],
    // The SDK names a broken connection a time-out; the code tells the truth.
    ['offline', nodeError('ECONNRESET', 'TimeoutError')],
    ['timeout', sdkError('TimeoutError')],
    ['offline', new Error('The SDK wrapped it.', { cause: new Error('again', { cause: nodeError('EAI_AGAIN') }) })],
  ])('is %s for a connection like %o', (kind, error) => {
    expect(toFault(error, call).kind).toBe(kind)
  })

  it.each([
    ['not-found', 'cloudformation:DescribeStacks', 'Stack with id Crawler does not exist'],
    ['no-access', 's3:GetObject', 'S3 error: Access Denied\nFor more information check http://docs.aws.amazon.com'],
    ['not-found', 's3:GetObject', 'S3 error: The specified key does not exist.'],
    ['busy', 'cloudformation:DescribeStacks', 'Stack:arn:… is in DELETE_IN_PROGRESS state and can not be updated.'],
    ['invalid', 'cloudformation:DescribeStacks', 'Template format error: unsupported structure.'],
  ])('is %s (%s) for a ValidationError that says %s', (kind, action, message) => {
    const fault = toFault(sdkError('ValidationError', 400, message), {
      ...call,
      action: 'cloudformation:DescribeStacks',
    })
    expect(fault).toMatchObject({ kind, action, message })
  })

  it('is invalid for a setting that cannot be used', () => {
    expect(toFault(new ConfigurationError('The endpoint is no address.'), call)).toMatchObject({
      kind: 'invalid',
      code: 'ConfigurationError',
    })
  })

  it('is other for anything unheard of', () => {
    expect(toFault('thrown text', call)).toMatchObject({ kind: 'other', message: 'thrown text' })
    expect(toFault(sdkError('BrandNewException', 418), call)).toMatchObject({
      kind: 'other',
      code: 'BrandNewException',
    })
  })
})

describe('the words of a fault', () => {
  it('are cleared of what nobody should read', () => {
    const key = `AKIA${'IOSFODNN7EXAMPLE'}`
    expect(toFault(sdkError('InvalidAccessKeyId', 403, `The key ${key} does not exist.`), call).message).not.toContain(
      key,
    )
  })

  it('do not repeat a reply that was a web page', () => {
    const error = Object.assign(new SyntaxError('Unexpected token "<html>"'), { $metadata: { httpStatusCode: 503 } })
    const fault = toFault(error, call)
    expect(fault).toMatchObject({ kind: 'throttled', code: 'Http503' })
    expect(fault.message).not.toContain('html')
  })
})

describe('the fault behind missing credentials', () => {
  const provider = (message: string) => Object.assign(new Error(message), { name: 'CredentialsProviderError' })

  it.each([
    'The SSO session associated with this profile has expired. To refresh this SSO session run aws sso login with the corresponding profile.',
    "Token is expired. To refresh this SSO session run 'aws sso login' with the corresponding profile.",
    'UnauthorizedException: Session token not found or invalid',
    'Your session has expired. Please reauthenticate.',
  ])('is an expired sign-in with the command to run: %s', (message) => {
    expect(toCredentialFault(provider(message), call)).toMatchObject({
      kind: 'expired',
      command: 'aws sso login --profile acme',
      action: 's3:GetObject',
    })
  })

  it.each([
    'Could not resolve credentials using profile: [acme] in configuration/credentials file(s).',
    'Profile acme requires multi-factor authentication, but no MFA code callback was provided.',
  ])('is no-credentials: %s', (message) => {
    const fault = toCredentialFault(provider(message), call)
    expect(fault).toMatchObject({ kind: 'no-credentials', message })
    expect(fault).not.toHaveProperty('command')
  })

  it('is the network’s where the sign-in service was not reached', () => {
    expect(toCredentialFault(provider('Error: getaddrinfo ENOTFOUND portal.sso.example'), call)).toMatchObject({
      kind: 'offline',
      code: 'ENOTFOUND',
    })
  })

  it('names the role’s own permission where that was refused', () => {
    expect(toCredentialFault(sdkError('AccessDenied', 403), call)).toMatchObject({
      kind: 'no-access',
      action: 'sts:AssumeRole',
    })
    expect(toCredentialFault(provider('ForbiddenException: No access'), call)).toMatchObject({
      kind: 'no-access',
      action: 'sso:GetRoleCredentials',
    })
  })
})
