import { AwsFault } from '../http/fault.ts'
import { reply } from '../http/reply.ts'
import { element, optional, xmlDocument } from '../http/xml.ts'
import { childText } from '../http/xml-reader.ts'
import { isPublicPolicy, statementsOf } from '../world/bucket-policy.ts'
import { addBucket, findBucket, isBucketName } from '../world/buckets.ts'
import { openBucket } from './access.ts'
import { readBody, type S3Operation, s3Namespace } from './operation.ts'

const xml = { 'content-type': 'application/xml' }

/** Operations on buckets and their policies. */
export const bucketOperations = {
  ListBuckets: {
    action: 's3:ListAllMyBuckets',
    run({ world, caller, request: { query } }) {
      const prefix = query.get('prefix') ?? ''
      const region = query.get('bucket-region')
      const own = [...world.buckets.values()]
        .filter((one) => one.accountId === caller.accountId && one.name.startsWith(prefix))
        .filter((one) => region === null || one.region === region)
        .filter((one) => one.name > (query.get('continuation-token') ?? ''))
        .sort((a, b) => (a.name < b.name ? -1 : 1))
      const shown = own.slice(0, Number(query.get('max-buckets') ?? 10_000))
      const buckets = shown.map((one) =>
        element(
          'Bucket',
          element('Name', one.name),
          element('CreationDate', new Date(one.createdAt).toISOString()),
          element('BucketRegion', one.region),
        ),
      )
      const owner = element('Owner', element('ID', ownerId(caller.accountId)))
      const token = own.length > shown.length ? shown.at(-1)?.name : undefined
      const rest = [optional('Prefix', prefix || undefined), optional('ContinuationToken', token)]
      return reply(
        200,
        xml,
        xmlDocument('ListAllMyBucketsResult', s3Namespace, owner, element('Buckets', buckets), rest),
      )
    },
  },
  CreateBucket: {
    action: 's3:CreateBucket',
    writes: true,
    run(call, { bucket: name }) {
      const { world, caller, now } = call
      if (!isBucketName(name)) {
        throw new AwsFault('InvalidBucketName', 'The specified bucket is not valid.', 400, { BucketName: name })
      }
      const constraint =
        call.request.body.length === 0
          ? undefined
          : childText(readBody(call, 'CreateBucketConfiguration'), 'LocationConstraint') || undefined
      const region = regionFor(caller.region, constraint)
      const existing = findBucket(world, name)
      if (existing && existing.accountId !== caller.accountId) {
        const message =
          'The requested bucket name is not available. The bucket namespace is shared by all users of the system. ' +
          'Please select a different name and try again.'
        throw new AwsFault('BucketAlreadyExists', message, 409, { BucketName: name })
      }
      // us-east-1 answers its owner's second request like the first; every other region says so.
      if (existing && caller.region !== 'us-east-1') {
        const message = 'Your previous request to create the named bucket succeeded and you already own it.'
        throw new AwsFault('BucketAlreadyOwnedByYou', message, 409, { BucketName: name })
      }
      if (!existing) addBucket(world, { name, accountId: caller.accountId, region }, now)
      return reply(200, { location: region === 'us-east-1' ? `/${name}` : `http://${name}.s3.amazonaws.com/` })
    },
  },
  HeadBucket: {
    action: 's3:ListBucket',
    run(call, { bucket: name }) {
      const bucket = openBucket(call, { bucket: name, action: 's3:ListBucket' })
      return reply(200, { ...xml, 'x-amz-bucket-region': bucket.region, 'x-amz-access-point-alias': 'false' })
    },
  },
  DeleteBucket: {
    action: 's3:DeleteBucket',
    writes: true,
    run(call, { bucket: name }) {
      const bucket = openBucket(call, { bucket: name, action: 's3:DeleteBucket' })
      if (bucket.objects.size > 0) {
        const message = 'The bucket you tried to delete is not empty'
        throw new AwsFault('BucketNotEmpty', message, 409, { BucketName: name })
      }
      call.world.buckets.delete(name)
      return reply(204)
    },
  },
  GetBucketLocation: {
    action: 's3:GetBucketLocation',
    run(call, { bucket: name }) {
      const bucket = openBucket(call, { bucket: name, action: 's3:GetBucketLocation', anyRegion: true })
      // An empty constraint means us-east-1.
      const region = bucket.region === 'us-east-1' ? undefined : bucket.region
      return reply(200, xml, xmlDocument('LocationConstraint', s3Namespace, region))
    },
  },
  GetBucketPolicy: {
    action: 's3:GetBucketPolicy',
    run(call, { bucket: name }) {
      const { policy } = openBucket(call, { bucket: name, action: 's3:GetBucketPolicy' })
      if (policy === undefined) {
        throw new AwsFault('NoSuchBucketPolicy', 'The bucket policy does not exist', 404, { BucketName: name })
      }
      return reply(200, { 'content-type': 'application/json' }, policy)
    },
  },
  PutBucketPolicy: {
    action: 's3:PutBucketPolicy',
    writes: true,
    run(call, { bucket: name }) {
      const bucket = openBucket(call, { bucket: name, action: 's3:PutBucketPolicy' })
      const policy = call.request.body.toString('utf8')
      checkPolicy(name, policy)
      if (bucket.publicAccessBlocked && isPublicPolicy(policy)) {
        const because = 'because public policies are blocked by the BlockPublicPolicy block public access setting.'
        const who = `User: ${call.caller.arn} is not authorized to perform: s3:PutBucketPolicy`
        throw new AwsFault('AccessDenied', `${who} on resource: "arn:aws:s3:::${name}" ${because}`, 403)
      }
      bucket.policy = policy
      return reply(204)
    },
  },
  DeleteBucketPolicy: {
    action: 's3:DeleteBucketPolicy',
    writes: true,
    run(call, { bucket: name }) {
      const bucket = openBucket(call, { bucket: name, action: 's3:DeleteBucketPolicy' })
      delete bucket.policy
      return reply(204)
    },
  },
} satisfies Record<string, S3Operation>

/** The region of a new bucket: the constraint has to fit the endpoint, and us-east-1 goes by no constraint at all. */
function regionFor(endpoint: string, constraint: string | undefined): string {
  if (endpoint !== 'us-east-1' && constraint !== endpoint) {
    const which = constraint === undefined ? 'unspecified' : constraint
    const rest = 'location constraint is incompatible for the region specific endpoint this request was sent to.'
    throw new AwsFault('IllegalLocationConstraintException', `The ${which} ${rest}`)
  }
  if (constraint === undefined) return endpoint
  if (endpoint === 'us-east-1' && (constraint === 'us-east-1' || !/^[a-z]{2}(-[a-z]+)+-\d$|^EU$/.test(constraint))) {
    const message = 'The specified location-constraint is not valid'
    throw new AwsFault('InvalidLocationConstraint', message, 400, { LocationConstraint: constraint })
  }
  return constraint === 'EU' ? 'eu-west-1' : constraint
}

function checkPolicy(bucket: string, policy: string): void {
  const malformed = (message: string) => new AwsFault('MalformedPolicy', message)
  if (!policy.startsWith('{')) throw malformed("Policies must be valid JSON and the first byte must be '{'")
  const statements = statementsOf(policy)
  if (statements.length === 0) throw malformed('Missing required field Statement')
  for (const statement of statements) {
    for (const field of ['Effect', 'Principal', 'Action', 'Resource']) {
      if (statement[field] === undefined) throw malformed(`Missing required field ${field}`)
    }
    const resources = [statement.Resource].flat().map(String)
    const own = new RegExp(`^arn:[a-z-]+:s3:::${bucket.replaceAll('.', '\\.')}(/.*)?$`, 's')
    if (!resources.every((resource) => own.test(resource))) throw malformed('Policy has invalid resource')
  }
}

/** Canonical user IDs are 64 hex digits; here they repeat the account. */
export function ownerId(accountId: string): string {
  return accountId.padEnd(64, '0')
}
