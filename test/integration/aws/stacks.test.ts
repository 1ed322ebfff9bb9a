import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { createPracticeGateway } from '../../../electron/aws/gateway.ts'
import { reply, smallServer } from '../../support/small-server.ts'

const ID = 'arn:aws:cloudformation:us-east-1:123456789012:stack/Crawler/0a1b'

function session(endpoint: string) {
  return createPracticeGateway({ endpoint, patience: { attempts: 1 } }).session({
    profile: null,
    region: 'us-east-1',
    partition: 'aws',
    accountId: '123456789012',
  })
}

interface Event {
  readonly resource: string
  readonly status: string
  readonly reason?: string
}

const itself = (status: string): Event => ({ resource: 'itself', status })

interface World {
  readonly status: string
  /** Pages of events, newest first, as AWS sends them; null: not allowed. */
  readonly events?: readonly (readonly Event[])[] | null
  readonly resources?: readonly string[] | null
}

function eventXml({ resource, status, reason }: Event): string {
  const physical = resource === 'itself' ? ID : `physical-${resource}`
  const why = reason === undefined ? '' : `<ResourceStatusReason>${reason}</ResourceStatusReason>`
  return `<member><StackId>${ID}</StackId><EventId>e</EventId><StackName>Crawler</StackName><LogicalResourceId>${resource}</LogicalResourceId><PhysicalResourceId>${physical}</PhysicalResourceId><ResourceType>AWS::Lambda::Function</ResourceType><ResourceStatus>${status}</ResourceStatus>${why}<Timestamp>2026-11-14T15:20:00Z</Timestamp></member>`
}

/** CloudFormation with one stack. */
function cloudFormation({ status, events = [[]], resources = [] }: World) {
  const result = (response: ServerResponse, name: string, body: string) =>
    reply.xml(
      response,
      `<${name}Response xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><${name}Result>${body}</${name}Result></${name}Response>`,
    )
  return smallServer(({ body }, response) => {
    const form = new URLSearchParams(body)
    const denied = () => reply.queryError(response, 'AccessDenied', 'not authorized', 403)
    switch (form.get('Action')) {
      case 'DescribeStacks':
        return result(
          response,
          'DescribeStacks',
          `<Stacks><member><StackId>${ID}</StackId><StackName>Crawler</StackName><CreationTime>2026-11-14T15:20:00Z</CreationTime><StackStatus>${status}</StackStatus><Parameters><member><ParameterKey>AccountList</ParameterKey><ParameterValue></ParameterValue></member><member><ParameterKey>CURBucketName</ParameterKey><ParameterValue>acme-cur</ParameterValue></member></Parameters></member></Stacks>`,
        )
      case 'DescribeStackEvents': {
        if (events === null) return denied()
        const page = Number(form.get('NextToken') ?? '0')
        const next = page + 1 < events.length ? `<NextToken>${page + 1}</NextToken>` : ''
        return result(
          response,
          'DescribeStackEvents',
          `<StackEvents>${(events[page] ?? []).map(eventXml).join('')}</StackEvents>${next}`,
        )
      }
      default: {
        if (resources === null) return denied()
        const rows = resources.map(
          (state) =>
            `<member><LogicalResourceId>r</LogicalResourceId><ResourceType>t</ResourceType><LastUpdatedTimestamp>2026-11-14T15:20:00Z</LastUpdatedTimestamp><ResourceStatus>${state}</ResourceStatus></member>`,
        )
        return result(
          response,
          'ListStackResources',
          `<StackResourceSummaries>${rows.join('')}</StackResourceSummaries>`,
        )
      }
    }
  })
}

describe('a stack', () => {
  it('that is complete is told with its parameters and resources, and its events are not asked for', async () => {
    const { url, seen } = await cloudFormation({
      status: 'CREATE_COMPLETE',
      resources: ['CREATE_COMPLETE', 'UPDATE_COMPLETE'],
    })
    expect(await session(url).stack('Crawler')).toMatchObject({
      ok: true,
      value: {
        id: ID,
        name: 'Crawler',
        status: 'CREATE_COMPLETE',
        statusReason: null,
        createdAt: '2026-11-14T15:20:00.000Z',
        parameters: { AccountList: '', CURBucketName: 'acme-cur' },
        firstFailure: null,
        complete: 2,
        resources: 2,
      },
    })
    expect(seen.map(({ body }) => new URLSearchParams(body).get('Action'))).not.toContain('DescribeStackEvents')
  })

  it('that was rolled back is told by the oldest failure, not by what was cancelled in its wake', async () => {
    const { url } = await cloudFormation({
      status: 'ROLLBACK_COMPLETE',
      events: [
        [
          itself('ROLLBACK_COMPLETE'),
          { resource: 'AWSCURInitializer', status: 'DELETE_COMPLETE' },
          itself('ROLLBACK_IN_PROGRESS'),
          { resource: 'AWSCURCrawler', status: 'CREATE_FAILED', reason: 'Resource creation cancelled' },
        ],
        [
          { resource: 'AWSCURInitializer', status: 'CREATE_FAILED', reason: 'The runtime nodejs16.x is retired' },
          { resource: 'AWSCURDatabase', status: 'CREATE_FAILED', reason: 'Resource creation cancelled' },
          { resource: 'AWSCURInitializer', status: 'CREATE_IN_PROGRESS' },
          itself('CREATE_IN_PROGRESS'),
        ],
      ],
      resources: ['DELETE_COMPLETE'],
    })
    expect(await session(url).stack('Crawler')).toMatchObject({
      ok: true,
      value: {
        firstFailure: {
          resource: 'AWSCURInitializer',
          type: 'AWS::Lambda::Function',
          reason: 'The runtime nodejs16.x is retired',
        },
        complete: 0,
        resources: 1,
      },
    })
  })

  it('that failed in an update is not blamed for what failed in the operation before', async () => {
    const { url, seen } = await cloudFormation({
      status: 'UPDATE_ROLLBACK_COMPLETE',
      events: [
        [
          itself('UPDATE_ROLLBACK_COMPLETE'),
          { resource: 'New', status: 'UPDATE_FAILED', reason: 'now' },
          itself('UPDATE_IN_PROGRESS'),
          { resource: 'Old', status: 'UPDATE_FAILED', reason: 'long ago' },
        ],
        [{ resource: 'Older', status: 'CREATE_FAILED', reason: 'longer ago' }],
      ],
    })
    expect(await session(url).stack('Crawler')).toMatchObject({
      ok: true,
      value: { firstFailure: { resource: 'New' } },
    })
    expect(seen.filter(({ body }) => body.includes('DescribeStackEvents'))).toHaveLength(1)
  })

  it('on its way has no failure yet', async () => {
    const { url } = await cloudFormation({
      status: 'CREATE_IN_PROGRESS',
      events: [[{ resource: 'A', status: 'CREATE_IN_PROGRESS' }, itself('CREATE_IN_PROGRESS')]],
      resources: ['CREATE_COMPLETE', 'CREATE_IN_PROGRESS'],
    })
    expect(await session(url).stack('Crawler')).toMatchObject({
      ok: true,
      value: { firstFailure: null, complete: 1, resources: 2 },
    })
  })

  it('whose events and resources are not for the caller to see is still known by its status', async () => {
    const { url } = await cloudFormation({ status: 'ROLLBACK_COMPLETE', events: null, resources: null })
    expect(await session(url).stack('Crawler')).toMatchObject({
      ok: true,
      value: { status: 'ROLLBACK_COMPLETE', firstFailure: undefined, complete: 0, resources: 0 },
    })
  })

  it('that does not exist is not found, although AWS calls it a validation error', async () => {
    const { url } = await smallServer((_request, response) =>
      reply.queryError(response, 'ValidationError', 'Stack with id Crawler does not exist'),
    )
    expect(await session(url).stack('Crawler')).toMatchObject({
      ok: false,
      fault: { kind: 'not-found', code: 'ValidationError', action: 'cloudformation:DescribeStacks' },
    })
  })
})

describe('creating a stack', () => {
  const stack = {
    name: 'Crawler',
    parameters: { AccountList: '', CURBucketName: 'acme-cur' },
    capabilities: ['CAPABILITY_IAM'],
    token: 'case-42-crawler',
  }

  async function sent(template: { readonly url: string } | { readonly body: string }) {
    const { url, seen } = await smallServer((_request, response) =>
      reply.xml(
        response,
        `<CreateStackResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><CreateStackResult><StackId>${ID}</StackId></CreateStackResult></CreateStackResponse>`,
      ),
    )
    expect(await session(url).createStack({ ...stack, template })).toMatchObject({ ok: true, value: { id: ID } })
    return Object.fromEntries(new URLSearchParams(seen[0]?.body))
  }

  it('sends name, parameters, capability and token, with the file’s address', async () => {
    expect(await sent({ url: 'https://acme-cur.s3.amazonaws.com/p/r/crawler-cfn.yml' })).toEqual({
      Action: 'CreateStack',
      Version: '2010-05-15',
      StackName: 'Crawler',
      TemplateURL: 'https://acme-cur.s3.amazonaws.com/p/r/crawler-cfn.yml',
      'Parameters.member.1.ParameterKey': 'AccountList',
      'Parameters.member.1.ParameterValue': '',
      'Parameters.member.2.ParameterKey': 'CURBucketName',
      'Parameters.member.2.ParameterValue': 'acme-cur',
      'Capabilities.member.1': 'CAPABILITY_IAM',
      ClientRequestToken: 'case-42-crawler',
    })
  })

  it('sends the file itself where it is given', async () => {
    const form = await sent({ body: 'Resources: {}' })
    expect(form).toMatchObject({ TemplateBody: 'Resources: {}' })
    expect(form).not.toHaveProperty('TemplateURL')
  })

  it.each([
    ['AlreadyExistsException', 'Stack [Crawler] already exists', 'exists', 'cloudformation:CreateStack'],
    ['ValidationError', 'S3 error: Access Denied', 'no-access', 's3:GetObject'],
    [
      'InsufficientCapabilitiesException',
      'Requires capabilities : [CAPABILITY_NAMED_IAM]',
      'invalid',
      'cloudformation:CreateStack',
    ],
  ])('answered with %s (%s) is %s', async (code, message, kind, action) => {
    const { url } = await smallServer((_request, response) => reply.queryError(response, code, message))
    const asked = await session(url).createStack({ ...stack, template: { body: '{}' } })
    expect(asked).toMatchObject({ ok: false, fault: { kind, action, message } })
  })
})

describe('the crawler’s schedule', () => {
  it('that runs already is started', async () => {
    const { url } = await smallServer((_request, response) =>
      reply.json(response, { __type: 'SchedulerRunningException' }, 400),
    )
    expect(await session(url).startCrawlerSchedule('AWSCURCrawler-r')).toEqual({
      ok: true,
      value: null,
      requestId: 'REQ-JSON',
    })
  })

  it('changes nothing of the crawler but its schedule', async () => {
    const { url, seen } = await smallServer((_request, response) => reply.json(response, {}))
    await session(url).scheduleCrawler('AWSCURCrawler-r', 'cron(0 0 * * ? *)')
    expect(seen[0]?.headers['x-amz-target']).toBe('AWSGlue.UpdateCrawlerSchedule')
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({ CrawlerName: 'AWSCURCrawler-r', Schedule: 'cron(0 0 * * ? *)' })
  })

  it('of a crawler that was never scheduled is none', async () => {
    const { url } = await smallServer((_request, response) =>
      reply.json(response, { Crawler: { Name: 'AWSCURCrawler-r', State: 'READY' } }),
    )
    expect(await session(url).crawler('AWSCURCrawler-r')).toMatchObject({
      ok: true,
      value: {
        name: 'AWSCURCrawler-r',
        state: 'READY',
        scheduleExpression: null,
        scheduleState: null,
        lastCrawl: null,
      },
    })
  })

  it('is told with the last crawl and its error', async () => {
    const { url } = await smallServer((_request, response) =>
      reply.json(response, {
        Crawler: {
          Name: 'AWSCURCrawler-r',
          State: 'READY',
          Schedule: { ScheduleExpression: 'cron(0 0 * * ? *)', State: 'NOT_SCHEDULED' },
          LastCrawl: { Status: 'FAILED', ErrorMessage: 'Lake Formation', StartTime: 1_794_667_200 },
        },
      }),
    )
    expect(await session(url).crawler('AWSCURCrawler-r')).toMatchObject({
      ok: true,
      value: {
        scheduleExpression: 'cron(0 0 * * ? *)',
        scheduleState: 'NOT_SCHEDULED',
        lastCrawl: { status: 'FAILED', error: 'Lake Formation', at: '2026-11-14T14:40:00.000Z' },
      },
    })
  })
})
