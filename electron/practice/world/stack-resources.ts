import { randomBytes, randomUUID } from 'node:crypto'
import { notAuthorized } from '../http/fault.ts'
import { partitionOf } from './accounts.ts'
import { addBucket, findBucket } from './buckets.ts'
import { findCrawler, findDatabase, type S3Target, startCrawl } from './crawlers.ts'
import { concurrencyOf, isRetiredRuntime, minimumUnreserved } from './functions.ts'
import { isDenied } from './permissions.ts'
import { rulesOf } from './rules.ts'
import type { Stack, StackResource } from './stacks.ts'
import { happensOnce, type PracticeWorld } from './world.ts'

type Work = {
  readonly world: PracticeWorld
  readonly stack: Stack
  readonly resource: StackResource
  readonly properties: Readonly<Record<string, unknown>>
  readonly at: number
}

type Outcome = { readonly physicalId: string } | { readonly reason: string }

type Kind = {
  /** The permission that the caller needs for it. */
  readonly action: string
  create(work: Work): Outcome
  remove?(work: Work): void
}

/** Creates a resource of a stack, or says in CloudFormation's words why it cannot be. */
export function createResource(work: Work): Outcome {
  const { world, stack, resource } = work
  const kind = kindOf(resource.type)
  if (isDenied(world, kind.action)) {
    const [service = ''] = kind.action.split(':')
    const arn = `arn:${partitionOf(stack.region)}:${service}::${stack.accountId}:*`
    return refused(notAuthorized(stack.callerArn, kind.action, arn), title(service), 'AccessDenied', 403)
  }
  return kind.create(work)
}

/** Takes a resource of a stack away again. */
export function removeResource(work: Work): void {
  kindOf(work.resource.type).remove?.(work)
}

/** The ARN that `!GetAtt X.Arn` stands for. */
export function arnOf(stack: Stack, { type, physicalId }: StackResource): string {
  const partition = partitionOf(stack.region)
  if (type === 'AWS::IAM::Role') return `arn:${partition}:iam::${stack.accountId}:role/${physicalId}`
  if (type === 'AWS::S3::Bucket') return `arn:${partition}:s3:::${physicalId}`
  const service = type === 'AWS::Lambda::Function' ? 'lambda' : (type.split('::')[1] ?? '').toLowerCase()
  const separator = service === 'lambda' ? ':' : '/'
  const noun = (type.split('::')[2] ?? '').toLowerCase()
  return `arn:${partition}:${service}:${stack.region}:${stack.accountId}:${noun}${separator}${physicalId}`
}

const kinds: Record<string, Kind | undefined> = {
  'AWS::Glue::Database': {
    action: 'glue:CreateDatabase',
    create({ world, stack, properties, at }) {
      const input = record(properties.DatabaseInput)
      const name = String(input.Name)
      const left = rulesOf(world).leftDatabase && happensOnce(world, `database ${stack.accountId} ${name}`)
      const database = { accountId: stack.accountId, region: stack.region, name, createdAt: at }
      if (left && !findDatabase(world, stack, name)) world.databases.push({ ...database, createdAt: at - 864e5 })
      if (findDatabase(world, stack, name)) return refused('Database already exists.', 'Glue', 'AlreadyExists', 400)
      const { Description: description } = input
      world.databases.push(typeof description === 'string' ? { ...database, description } : database)
      return { physicalId: name }
    },
    remove({ world, stack, resource }) {
      const database = findDatabase(world, stack, resource.physicalId)
      world.databases = world.databases.filter((one) => one !== database)
    },
  },
  'AWS::Glue::Crawler': {
    action: 'glue:CreateCrawler',
    create: createCrawler,
    remove({ world, stack, resource }) {
      const crawler = findCrawler(world, stack, resource.physicalId)
      world.crawlers = world.crawlers.filter((one) => one !== crawler)
    },
  },
  'AWS::Glue::Table': {
    action: 'glue:CreateTable',
    create: ({ properties }) => ({ physicalId: String(record(properties.TableInput).Name) }),
  },
  'AWS::IAM::Role': {
    action: 'iam:CreateRole',
    create: (work) => ({ physicalId: named(work, 'RoleName') }),
  },
  'AWS::Lambda::Function': {
    action: 'lambda:CreateFunction',
    create: createFunction,
    remove({ world, stack, resource: { physicalId } }) {
      world.functions = world.functions.filter((one) => one.accountId !== stack.accountId || one.name !== physicalId)
    },
  },
  'AWS::Lambda::Permission': {
    action: 'lambda:AddPermission',
    create: (work) => ({ physicalId: named(work) }),
  },
  'AWS::S3::Bucket': {
    action: 's3:CreateBucket',
    create(work) {
      const { world, stack, at } = work
      const name = named(work, 'BucketName').toLowerCase()
      if (findBucket(world, name)) return { reason: `${name} already exists` }
      addBucket(world, { name, accountId: stack.accountId, region: stack.region }, at)
      return { physicalId: name }
    },
    remove: ({ world, resource }) => void world.buckets.delete(resource.physicalId),
  },
  'Custom::AWSStartCURCrawler': {
    action: 'lambda:InvokeFunction',
    create({ world, stack, at }) {
      const inStack = stack.resources.find((one) => one.type === 'AWS::Glue::Crawler')
      const crawler = inStack && findCrawler(world, stack, inStack.physicalId)
      if (!crawler) return customFailure(at)
      startCrawl(crawler, at)
      return { physicalId: logStream(at) }
    },
  },
  'Custom::AWSPutS3CURNotification': {
    action: 'lambda:InvokeFunction',
    create: replaceNotifications,
    remove({ world, properties }) {
      const bucket = world.buckets.get(String(properties.BucketName))
      if (!bucket) return
      bucket.notifications = []
      bucket.eventBridge = false
    },
  },
}

/** Any other resource is created and removed without effect on this world. */
function kindOf(type: string): Kind {
  const known = kinds[type]
  if (known) return known
  if (type.startsWith('Custom::')) {
    return { action: 'lambda:InvokeFunction', create: ({ at }) => ({ physicalId: logStream(at) }) }
  }
  const [, service = '', noun = ''] = type.split('::')
  return { action: `${service.toLowerCase()}:Create${noun}`, create: (work) => ({ physicalId: named(work) }) }
}

function createCrawler(work: Work): Outcome {
  const { world, stack, properties, at } = work
  const name = named(work, 'Name')
  if (findCrawler(world, stack, name)) {
    return refused(`Crawler with name ${name} already exists`, 'Glue', 'AlreadyExists', 400)
  }
  const targets = record(properties.Targets).S3Targets
  const { Description: description } = properties
  world.crawlers.push({
    accountId: stack.accountId,
    region: stack.region,
    name,
    role: String(properties.Role),
    databaseName: String(properties.DatabaseName),
    ...(typeof description === 'string' && { description }),
    s3Targets: (Array.isArray(targets) ? targets : []).map(readTarget),
    schemaChangePolicy: { UpdateBehavior: 'UPDATE_IN_DATABASE', DeleteBehavior: 'DELETE_FROM_DATABASE' },
    createdAt: at,
    updatedAt: at,
    version: 1,
  })
  return { physicalId: name }
}

function readTarget(target: unknown): S3Target {
  const { Path, Exclusions } = record(target)
  return { Path: String(Path), Exclusions: Array.isArray(Exclusions) ? Exclusions.map(String) : [] }
}

function createFunction(work: Work): Outcome {
  const { world, stack, properties } = work
  const runtime = String(properties.Runtime ?? '')
  if (isRetiredRuntime(runtime)) {
    const sentence =
      `The runtime parameter of ${runtime} is no longer supported for creating or updating AWS Lambda functions. ` +
      'We recommend you use a supported runtime while creating or updating functions.'
    return refused(sentence, 'Lambda', 'InvalidRequest', 400)
  }
  const reservedConcurrency = Number(properties.ReservedConcurrentExecutions ?? 0)
  const { limit, unreserved } = concurrencyOf(world, stack.accountId, stack.region)
  const minimum = minimumUnreserved(limit)
  if (reservedConcurrency > 0 && unreserved - reservedConcurrency < minimum) {
    const sentence =
      "Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution " +
      `below its minimum value of [${minimum}].`
    return refused(sentence, 'Lambda', 'InvalidRequest', 400)
  }
  const name = named(work, 'FunctionName')
  world.functions.push({ accountId: stack.accountId, region: stack.region, name, runtime, reservedConcurrency })
  return { physicalId: name }
}

/** S3 keeps one notification configuration for a bucket: what other consumers had there is gone. */
function replaceNotifications({ world, stack, properties, at }: Work): Outcome {
  const bucket = world.buckets.get(String(properties.BucketName))
  // S3 notifies functions of the bucket's own region only, and of its own account's buckets here.
  if (bucket?.accountId !== stack.accountId || bucket.region !== stack.region) return customFailure(at)
  bucket.notifications = [
    {
      kind: 'function',
      id: randomUUID(),
      arn: String(properties.TargetLambdaArn),
      events: ['s3:ObjectCreated:*'],
      rules: [{ name: 'Prefix', value: String(properties.ReportKey ?? '') }],
    },
  ]
  bucket.eventBridge = false
  return { physicalId: logStream(at) }
}

function customFailure(at: number): Outcome {
  const details = `See the details in CloudWatch Log Stream: ${logStream(at)} (RequestId: ${randomUUID()})`
  return { reason: `Received response status [FAILED] from custom resource. Message returned: ${details}` }
}

function refused(message: string, service: string, code: string, status: number): Outcome {
  const request = `(Service: ${service}, Status Code: ${status}, Request ID: ${randomUUID()}) (SDK Attempt Count: 1)`
  const token = `(RequestToken: ${randomUUID()}, HandlerErrorCode: ${code})`
  return { reason: `Resource handler returned message: "${message} ${request}" ${token}` }
}

function logStream(at: number): string {
  return `${new Date(at).toISOString().slice(0, 10).replaceAll('-', '/')}/[$LATEST]${randomBytes(16).toString('hex')}`
}

/** The name that the template gives, or one made of stack, resource and a random tail. */
function named({ stack, resource, properties }: Work, property?: string): string {
  const given = property === undefined ? undefined : properties[property]
  if (typeof given === 'string') return given
  return `${stack.name}-${resource.logicalId}-${randomBytes(6).toString('hex').toUpperCase()}`
}

function title(service: string): string {
  return `${service.slice(0, 1).toUpperCase()}${service.slice(1)}`
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
