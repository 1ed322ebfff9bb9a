import { AwsFault } from '../http/fault.ts'
import type { Form } from '../http/form.ts'
import type { Call } from '../http/service.ts'
import { objectAddress } from '../s3/address.ts'
import { policyVerdict } from '../world/bucket-policy.ts'
import { contentOf, findBucket } from '../world/buckets.ts'
import { isDenied } from '../world/permissions.ts'

const maxBodyBytes = 51_200
const maxUrlBytes = 1_048_576

/** The text of the template that a request gives by body or by object URL. Throws ValidationError. */
export function templateText(form: Form, call: Call): string {
  const [body, url] = [form.get('TemplateBody'), form.get('TemplateURL')]
  if ((body === undefined) === (url === undefined)) {
    throw invalid('Either Template URL or Template Body must be specified.')
  }
  if (body !== undefined && Buffer.byteLength(body) > maxBodyBytes) {
    const rule = `failed to satisfy constraint: Member must have length less than or equal to ${maxBodyBytes}`
    throw invalid(`1 validation error detected: Value '${body.slice(0, 40)}...' at 'templateBody' ${rule}`)
  }
  return body ?? fetchTemplate(url ?? '', call)
}

/** CloudFormation reads the object as the caller, in whichever account it lies. */
function fetchTemplate(url: string, { world, caller }: Call): string {
  const address = objectAddress(url)
  if (!address) throw invalid('TemplateURL must be a supported URL.')
  const bucket = findBucket(world, address.bucket)
  if (!bucket) throw s3Error('The specified bucket does not exist')
  if (address.region !== undefined && address.region !== bucket.region) {
    throw s3Error('The bucket you are attempting to access must be addressed using the specified endpoint.')
  }
  const verdict = policyVerdict(bucket, {
    principal: { kind: 'account', id: caller.accountId },
    action: 's3:GetObject',
    resource: `arn:aws:s3:::${bucket.name}/${address.key}`,
  })
  const own = bucket.accountId === caller.accountId
  if (isDenied(world, 's3:GetObject') || verdict === 'deny' || (!own && verdict !== 'allow'))
    throw s3Error('Access Denied')
  const object = bucket.objects.get(address.key)
  // Whoever may not list a bucket is not told which keys it lacks.
  if (!object)
    throw s3Error(own && !isDenied(world, 's3:ListBucket') ? 'The specified key does not exist.' : 'Access Denied')
  if (object.size > maxUrlBytes) throw invalid(`Template may not exceed ${maxUrlBytes} bytes in size.`)
  return contentOf(object).toString('utf8')
}

function s3Error(sentence: string): AwsFault {
  const more = 'For more information check http://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html'
  return invalid(`S3 error: ${sentence}\n${more}`)
}

function invalid(message: string): AwsFault {
  return new AwsFault('ValidationError', message)
}
