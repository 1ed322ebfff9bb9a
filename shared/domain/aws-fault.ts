/**
 * What kept a call from its answer, so that "wrong" is never confused with "could not look":
 * `no-credentials` no usable keys for this profile; `expired` its sign-in ran out (see `command`);
 * `no-access` `action` is not allowed; `not-found`; `exists` there is one of that name, the caller's own;
 * `not-owner` it is somebody else's; `wrong-region`; `limit` a quota, or more bytes than asked for;
 * `invalid` AWS refuses the values; `busy` a change is running, later it goes; `throttled` too many calls, retries
 * included; `unavailable` AWS itself is in trouble; `timeout` no answer in time; `offline` AWS was not reached or the
 * connection broke; `mixed-endpoints` a change was refused here because the services answer in different places.
 */
export type AwsFaultKind =
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
  | 'unavailable'
  | 'timeout'
  | 'offline'
  | 'mixed-endpoints'
  | 'other'

export interface AwsFault {
  readonly kind: AwsFaultKind
  /** AWS's own error code (`AccessDenied`…), or the network's (`ENOTFOUND`…). */
  readonly code: string
  /** AWS's own words, cleared of credentials and presigned URLs. */
  readonly message: string
  /** The IAM action that was needed: `s3:GetBucketPolicy`. */
  readonly action: string
  readonly requestId: string | null
  /** What the operator can run to mend it, where there is such a thing: `aws sso login --profile acme`. */
  readonly command?: string
}

export type AwsResult<T> =
  | { readonly ok: true; readonly value: T; readonly requestId: string | null }
  | { readonly ok: false; readonly fault: AwsFault }
