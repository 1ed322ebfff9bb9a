import { AwsFault, notAuthorized } from '../http/fault.ts'
import { header } from '../http/request.ts'
import type { Call } from '../http/service.ts'
import { policyVerdict } from '../world/bucket-policy.ts'
import { type Bucket, findBucket } from '../world/buckets.ts'
import { isDenied } from '../world/permissions.ts'

/** What an operation needs of a bucket, checked in the order in which S3 does. */
export type Access = {
  readonly bucket: string
  readonly key?: string
  /** IAM action, such as s3:GetObject. */
  readonly action: string
  /** GetBucketLocation is answered in every region. */
  readonly anyRegion?: true
}

/** The bucket, if the caller may do that with it. Throws NoSuchBucket, PermanentRedirect or AccessDenied. */
export function openBucket(call: Call, access: Access): Bucket {
  const bucket = findBucket(call.world, access.bucket)
  if (!bucket) {
    throw new AwsFault('NoSuchBucket', 'The specified bucket does not exist', 404, { BucketName: access.bucket })
  }
  if (call.caller.signed && call.caller.region !== bucket.region && !access.anyRegion) throw redirect(bucket)
  const expected = header(call.request, 'x-amz-expected-bucket-owner')
  if (expected !== undefined && expected !== bucket.accountId) throw accessDenied(bucket)
  if (!mayUse(call, bucket, access)) throw accessDenied(bucket)
  if (call.caller.signed && isDenied(call.world, access.action)) {
    const resource = `"arn:aws:s3:::${bucket.name}${access.key === undefined ? '' : `/${access.key}`}"`
    throw accessDenied(bucket, notAuthorized(call.caller.arn, access.action, resource))
  }
  return bucket
}

/** The owner may unless the policy denies it; everybody else may where the policy allows it. */
export function mayUse(call: Call, bucket: Bucket, { action, key }: Pick<Access, 'action' | 'key'>): boolean {
  const { accountId, signed } = call.caller
  const verdict = policyVerdict(bucket, {
    principal: signed ? { kind: 'account', id: accountId } : { kind: 'anyone', id: '*' },
    action,
    resource: `arn:aws:s3:::${bucket.name}${key === undefined ? '' : `/${key}`}`,
  })
  return verdict === 'allow' || (verdict === 'silent' && signed && bucket.accountId === accountId)
}

function accessDenied(bucket: Bucket, message = 'Access Denied'): AwsFault {
  return new AwsFault('AccessDenied', message, 403, {}, { 'x-amz-bucket-region': bucket.region })
}

function redirect(bucket: Bucket): AwsFault {
  const message =
    'The bucket you are attempting to access must be addressed using the specified endpoint. ' +
    'Please send all future requests to this endpoint.'
  const endpoint = `${bucket.name}.s3.${bucket.region}.amazonaws.com`
  const details = { Endpoint: endpoint, Bucket: bucket.name }
  return new AwsFault('PermanentRedirect', message, 301, details, { 'x-amz-bucket-region': bucket.region })
}
