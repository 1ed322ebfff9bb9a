import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteBucketPolicyCommand,
  GetBucketAclCommand,
  GetBucketLocationCommand,
  GetBucketNotificationConfigurationCommand,
  GetBucketPolicyCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  PutBucketNotificationConfigurationCommand,
  PutBucketPolicyCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3'
import { describe, expect, test } from 'vitest'
import { account, billingPolicy, clients, faultOf, otherAccount, practiceAws } from '../../support/practice.ts'

const Bucket = 'practice-bucket'

describe('creating a bucket', () => {
  test('puts it where the constraint says, and says us-east-1 by saying nothing', async () => {
    const { s3 } = clients(await practiceAws())
    await s3.send(new CreateBucketCommand({ Bucket }))
    expect((await s3.send(new GetBucketLocationCommand({ Bucket }))).LocationConstraint).toBeUndefined()
    const abroad = {
      Bucket: 'practice-abroad',
      CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' as const },
    }
    await s3.send(new CreateBucketCommand(abroad))
    const location = await s3.send(new GetBucketLocationCommand({ Bucket: abroad.Bucket }))
    expect(location.LocationConstraint).toBe('eu-west-1')
  })

  test('refuses a constraint that does not fit the endpoint', async () => {
    const aws = await practiceAws()
    const constrained = (LocationConstraint: string) =>
      new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: LocationConstraint as 'EU' } })
    const { s3 } = clients(aws)
    expect(await faultOf(s3.send(constrained('us-east-1')))).toMatchObject({
      name: 'InvalidLocationConstraint',
      status: 400,
    })
    expect(await faultOf(s3.send(constrained('nowhere')))).toMatchObject({ name: 'InvalidLocationConstraint' })
    const frankfurt = clients(aws, { region: 'eu-central-1' }).s3
    const illegal = { name: 'IllegalLocationConstraintException', status: 400 }
    expect(await faultOf(frankfurt.send(constrained('eu-west-1')))).toMatchObject(illegal)
  })

  test('tells a stranger’s bucket from one’s own', async () => {
    const aws = await practiceAws()
    const { s3 } = clients(aws)
    await s3.send(new CreateBucketCommand({ Bucket }))
    const stranger = clients(aws, { accountId: otherAccount }).s3
    const taken = await faultOf(stranger.send(new CreateBucketCommand({ Bucket })))
    expect(taken).toMatchObject({ name: 'BucketAlreadyExists', status: 409 })
    // us-east-1 answers its owner's second request like the first; other regions refuse it.
    await s3.send(new CreateBucketCommand({ Bucket }))
    const ireland = clients(aws, { region: 'eu-west-1' }).s3
    const abroad = {
      Bucket: 'practice-abroad',
      CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' as const },
    }
    await ireland.send(new CreateBucketCommand(abroad))
    const own = await faultOf(ireland.send(new CreateBucketCommand(abroad)))
    expect(own).toMatchObject({ name: 'BucketAlreadyOwnedByYou', status: 409 })
  })

  test.each(['ab', 'Upper-Case', 'double..dot', '192.168.0.1', 'xn--puny', 'name-s3alias', '-edge'])(
    'refuses the name %s',
    async (name) => {
      const { s3 } = clients(await practiceAws())
      const fault = await faultOf(s3.send(new CreateBucketCommand({ Bucket: name })))
      expect(fault).toMatchObject({ name: 'InvalidBucketName', status: 400 })
    },
  )
})

describe('looking at a bucket', () => {
  test('gives 200, 301, 403 and 404, each with the region where there is one', async () => {
    const aws = await practiceAws()
    const { s3 } = clients(aws)
    await s3.send(new CreateBucketCommand({ Bucket }))
    const head = new HeadBucketCommand({ Bucket })
    expect((await s3.send(head)).BucketRegion).toBe('us-east-1')
    expect((await faultOf(clients(aws, { region: 'eu-west-1' }).s3.send(head))).status).toBe(301)
    expect((await faultOf(clients(aws, { accountId: otherAccount }).s3.send(head))).status).toBe(403)
    expect((await faultOf(s3.send(new HeadBucketCommand({ Bucket: 'nobody-has-this' })))).status).toBe(404)
    const plain = await fetch(`${aws.url}/${Bucket}`, { method: 'HEAD' })
    expect([plain.status, plain.headers.get('x-amz-bucket-region')]).toEqual([403, 'us-east-1'])
  })

  test('proves its owner when asked to', async () => {
    const { s3 } = clients(await practiceAws())
    await s3.send(new CreateBucketCommand({ Bucket }))
    await s3.send(new HeadBucketCommand({ Bucket, ExpectedBucketOwner: account }))
    const wrong = await faultOf(s3.send(new HeadBucketCommand({ Bucket, ExpectedBucketOwner: otherAccount })))
    expect(wrong.status).toBe(403)
  })

  test('lists one’s own buckets only', async () => {
    const aws = await practiceAws()
    const { s3 } = clients(aws)
    await s3.send(new CreateBucketCommand({ Bucket: 'practice-b' }))
    await s3.send(new CreateBucketCommand({ Bucket: 'practice-a' }))
    await clients(aws, { accountId: otherAccount }).s3.send(new CreateBucketCommand({ Bucket: 'practice-c' }))
    const names = async (input: { MaxBuckets?: number; ContinuationToken?: string }) => {
      const { Buckets, ContinuationToken } = await s3.send(new ListBucketsCommand(input))
      return { names: Buckets?.map((one) => one.Name), token: ContinuationToken }
    }
    expect(await names({})).toEqual({ names: ['practice-a', 'practice-b'], token: undefined })
    const first = await names({ MaxBuckets: 1 })
    expect(first.names).toEqual(['practice-a'])
    expect(await names({ ContinuationToken: first.token ?? '' })).toMatchObject({ names: ['practice-b'] })
  })
})

describe('a bucket policy', () => {
  test('comes back as it was put, and is gone after it was deleted', async () => {
    const { s3 } = clients(await practiceAws())
    await s3.send(new CreateBucketCommand({ Bucket }))
    const none = await faultOf(s3.send(new GetBucketPolicyCommand({ Bucket })))
    expect(none).toMatchObject({ name: 'NoSuchBucketPolicy', status: 404 })
    await s3.send(new PutBucketPolicyCommand({ Bucket, Policy: billingPolicy(Bucket) }))
    expect((await s3.send(new GetBucketPolicyCommand({ Bucket }))).Policy).toBe(billingPolicy(Bucket))
    await s3.send(new DeleteBucketPolicyCommand({ Bucket }))
    expect((await faultOf(s3.send(new GetBucketPolicyCommand({ Bucket })))).name).toBe('NoSuchBucketPolicy')
  })

  test.each([
    ['no JSON', 'hello', 'MalformedPolicy'],
    ['no statement', '{"Version":"2012-10-17"}', 'MalformedPolicy'],
    ['another bucket', billingPolicy('some-other-bucket'), 'MalformedPolicy'],
    [
      'the whole world',
      JSON.stringify({
        Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: `arn:aws:s3:::${Bucket}/*` }],
      }),
      'AccessDenied',
    ],
  ])('is refused when it names %s', async (_, Policy, name) => {
    const { s3 } = clients(await practiceAws())
    await s3.send(new CreateBucketCommand({ Bucket }))
    expect((await faultOf(s3.send(new PutBucketPolicyCommand({ Bucket, Policy })))).name).toBe(name)
  })

  test('opens a bucket to the account that it names', async () => {
    const aws = await practiceAws()
    const { s3 } = clients(aws)
    await s3.send(new CreateBucketCommand({ Bucket }))
    const head = () => clients(aws, { accountId: otherAccount }).s3.send(new HeadBucketCommand({ Bucket }))
    expect((await faultOf(head())).status).toBe(403)
    const statement = {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${otherAccount}:root` },
      Action: 's3:List*',
      Resource: `arn:aws:s3:::${Bucket}`,
    }
    await s3.send(new PutBucketPolicyCommand({ Bucket, Policy: JSON.stringify({ Statement: [statement] }) }))
    expect((await head()).BucketRegion).toBe('us-east-1')
  })
})

test('event notifications are replaced as a whole', async () => {
  const { s3 } = clients(await practiceAws())
  await s3.send(new CreateBucketCommand({ Bucket }))
  const queue = {
    Id: 'arrivals',
    QueueArn: `arn:aws:sqs:us-east-1:${account}:arrivals`,
    Events: ['s3:ObjectCreated:*' as const],
    Filter: { Key: { FilterRules: [{ Name: 'prefix' as const, Value: 'a & b/' }] } },
  }
  const configuration = { QueueConfigurations: [queue], EventBridgeConfiguration: {} }
  await s3.send(new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration: configuration }))
  const read = async () => {
    const { $metadata, ...rest } = await s3.send(new GetBucketNotificationConfigurationCommand({ Bucket }))
    return rest
  }
  const rule = { Name: 'Prefix', Value: 'a & b/' }
  expect(await read()).toEqual({
    EventBridgeConfiguration: {},
    QueueConfigurations: [{ ...queue, Filter: { Key: { FilterRules: [rule] } } }],
  })
  await s3.send(new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration: {} }))
  expect(await read()).toEqual({})
})

test('a bucket with objects is not deleted, an empty one is', async () => {
  const { s3 } = clients(await practiceAws())
  await s3.send(new CreateBucketCommand({ Bucket: 'practice-full' }))
  await s3.send(new PutObjectCommand({ Bucket: 'practice-full', Key: 'a', Body: 'a' }))
  const full = await faultOf(s3.send(new DeleteBucketCommand({ Bucket: 'practice-full' })))
  expect(full).toMatchObject({ name: 'BucketNotEmpty', status: 409 })
  await s3.send(new CreateBucketCommand({ Bucket }))
  await s3.send(new DeleteBucketCommand({ Bucket }))
  expect((await faultOf(s3.send(new HeadBucketCommand({ Bucket })))).status).toBe(404)
})

test('an operation that is not simulated says so', async () => {
  const { s3 } = clients(await practiceAws())
  await s3.send(new CreateBucketCommand({ Bucket }))
  const fault = await faultOf(s3.send(new GetBucketAclCommand({ Bucket })))
  expect(fault).toMatchObject({ name: 'NotImplemented', status: 501 })
})
