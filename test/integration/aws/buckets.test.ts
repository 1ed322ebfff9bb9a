import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { createPracticeGateway } from '../../../electron/aws/gateway.ts'
import { reply, type Seen, smallServer } from '../../support/small-server.ts'

const owner = '123456789012'

function session(endpoint: string, region = 'us-east-1') {
  return createPracticeGateway({ endpoint, patience: { attempts: 1 } }).session({
    profile: null,
    region,
    partition: 'aws',
    accountId: owner,
  })
}

type Part = 'head' | 'location' | 'policy' | 'notification'
type Parts = Partial<Record<Part, (request: Seen, response: ServerResponse) => void>>

const deny = (request: Seen, response: ServerResponse): void =>
  request.method === 'HEAD' ? void response.writeHead(403).end() : reply.s3Error(response, 'AccessDenied', 403)

const located = (constraint: string): string =>
  `<LocationConstraint xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${constraint}</LocationConstraint>`

/** A bucket that answers each question as told, and allows what is not told. */
function bucket(parts: Parts) {
  return smallServer((request, response) => {
    const part: Part =
      request.method === 'HEAD'
        ? 'head'
        : request.url.includes('?location')
          ? 'location'
          : request.url.includes('?policy')
            ? 'policy'
            : 'notification'
    const usual: Record<Part, () => void> = {
      head: () => response.writeHead(200, { 'x-amz-bucket-region': 'us-east-1' }).end(),
      location: () => reply.xml(response, located('')),
      policy: () => reply.s3Error(response, 'NoSuchBucketPolicy', 404),
      notification: () => reply.xml(response, '<NotificationConfiguration/>'),
    }
    const told = parts[part]
    if (told) told(request, response)
    else usual[part]()
  })
}

describe('a bucket', () => {
  it('of the expected account in us-east-1 has no policy and no notifications to begin with', async () => {
    const { url, seen } = await bucket({})
    expect(await session(url).bucket('acme-cur', owner)).toMatchObject({
      ok: true,
      value: { region: 'us-east-1', ownedByExpected: true, policy: null, notifications: [] },
    })
    expect(seen.every(({ headers }) => headers['x-amz-expected-bucket-owner'] === owner)).toBe(true)
  })

  it.each([
    ['', 'us-east-1'],
    ['EU', 'eu-west-1'],
    ['eu-central-1', 'eu-central-1'],
  ])('that may not be listed and whose place S3 calls “%s” is in %s', async (constraint, region) => {
    const { url } = await bucket({
      head: deny,
      location: (_request, response) => reply.xml(response, located(constraint)),
    })
    expect(await session(url).bucket('b', owner)).toMatchObject({ ok: true, value: { region } })
  })

  it('gives its policy as it is, and every consumer of its events by name', async () => {
    const policy = '{"Version":"2012-10-17","Statement":[]}'
    const { url } = await bucket({
      policy: (_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(policy),
      notification: (_request, response) =>
        reply.xml(
          response,
          '<NotificationConfiguration><CloudFunctionConfiguration><CloudFunction>arn:aws:lambda:x</CloudFunction><Event>s3:ObjectCreated:*</Event></CloudFunctionConfiguration><QueueConfiguration><Queue>arn:aws:sqs:x</Queue><Event>s3:ObjectCreated:*</Event></QueueConfiguration><TopicConfiguration><Topic>arn:aws:sns:x</Topic><Event>s3:ObjectCreated:*</Event></TopicConfiguration><EventBridgeConfiguration/></NotificationConfiguration>',
        ),
    })
    expect(await session(url).bucket('b', owner)).toMatchObject({
      ok: true,
      value: { policy, notifications: ['arn:aws:lambda:x', 'arn:aws:sqs:x', 'arn:aws:sns:x', 'Amazon EventBridge'] },
    })
  })

  it('that is open without the owner’s condition but not with it is somebody else’s', async () => {
    const conditional = (request: Seen, response: ServerResponse): void => {
      if (request.headers['x-amz-expected-bucket-owner'] !== undefined) deny(request, response)
      else response.writeHead(200, { 'x-amz-bucket-region': 'eu-west-3' }).end()
    }
    const { url } = await bucket({ head: conditional, location: deny, policy: deny, notification: deny })
    expect(await session(url).bucket('b', owner)).toEqual({
      ok: true,
      requestId: 'REQ-XML',
      value: { region: 'eu-west-3', ownedByExpected: false, policy: undefined, notifications: undefined },
    })
  })

  it('that is closed either way is not known to be anybody’s', async () => {
    const { url } = await bucket({ head: deny, location: deny, policy: deny, notification: deny })
    expect(await session(url).bucket('b', owner)).toEqual({
      ok: true,
      requestId: 'REQ-XML',
      value: { region: null, ownedByExpected: null, policy: undefined, notifications: undefined },
    })
  })

  it('that may not be listed is the owner’s all the same once anything was answered under that condition', async () => {
    const { url } = await bucket({ head: deny, location: deny, notification: deny })
    expect(await session(url).bucket('b', owner)).toMatchObject({
      ok: true,
      value: { ownedByExpected: true, policy: null, notifications: undefined },
    })
  })

  it('whose policy is another account’s to see is one whose policy is not readable', async () => {
    const { url } = await bucket({ policy: (_request, response) => reply.s3Error(response, 'MethodNotAllowed', 405) })
    expect(await session(url).bucket('b', owner)).toMatchObject({ ok: true, value: { policy: undefined } })
  })

  it('that does not exist is not found', async () => {
    const { url } = await bucket({ head: (_request, response) => void response.writeHead(404).end() })
    expect(await session(url).bucket('b', owner)).toMatchObject({ ok: false, fault: { kind: 'not-found' } })
  })

  it('of which a part was lost on the way is a fault, not a bucket without that part', async () => {
    const { url } = await bucket({ notification: (_request, response) => void response.destroy() })
    expect(await session(url).bucket('b', owner)).toMatchObject({
      ok: false,
      fault: { kind: 'offline', action: 's3:GetBucketNotification' },
    })
  })

  it('in another region is followed there', async () => {
    const { url } = await bucket({
      head: (request, response) => {
        const there = request.headers.authorization?.includes('/eu-west-3/s3/') === true
        response.writeHead(there ? 200 : 301, { 'x-amz-bucket-region': 'eu-west-3' }).end()
      },
    })
    expect(await session(url).bucket('b', owner)).toMatchObject({
      ok: true,
      value: { region: 'eu-west-3', ownedByExpected: true },
    })
  })
})

describe('making a bucket', () => {
  it('names every region but us-east-1', async () => {
    const { url, seen } = await smallServer((_request, response) => response.writeHead(200).end())
    expect(await session(url).createBucket('b')).toMatchObject({ ok: true })
    expect(await session(url, 'eu-central-1').createBucket('b')).toMatchObject({ ok: true })
    expect(seen[0]?.body).toBe('')
    expect(seen[1]?.body).toContain('<LocationConstraint>eu-central-1</LocationConstraint>')
  })

  it.each([
    ['BucketAlreadyExists', 'not-owner'],
    ['BucketAlreadyOwnedByYou', 'exists'],
    ['OperationAborted', 'busy'],
  ])('answered with %s is %s', async (code, kind) => {
    const { url } = await smallServer((_request, response) => reply.s3Error(response, code, 409))
    expect(await session(url).createBucket('b')).toMatchObject({ ok: false, fault: { kind, code } })
  })

  it('puts its policy only where the expected account owns it', async () => {
    const { url, seen } = await smallServer((_request, response) => response.writeHead(204).end())
    expect(await session(url).putBucketPolicy('b', '{"a":1}', owner)).toMatchObject({ ok: true, value: null })
    expect(seen[0]).toMatchObject({ method: 'PUT', url: '/b/?policy=', body: '{"a":1}' })
    expect(seen[0]?.headers['x-amz-expected-bucket-owner']).toBe(owner)
  })
})
