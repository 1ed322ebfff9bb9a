import {
  CreateStackCommand,
  type CreateStackCommandInput,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
  GetTemplateCommand,
  GetTemplateSummaryCommand,
  ListStackResourcesCommand,
  ListStacksCommand,
  paginateDescribeStacks,
  UpdateStackCommand,
  ValidateTemplateCommand,
} from '@aws-sdk/client-cloudformation'
import { GetCrawlerCommand, GetDatabaseCommand } from '@aws-sdk/client-glue'
import { GetAccountSettingsCommand } from '@aws-sdk/client-lambda'
import {
  GetBucketNotificationConfigurationCommand,
  PutBucketNotificationConfigurationCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3'
import { beforeEach, describe, expect, test } from 'vitest'
import { generateCrawlerTemplate } from '../../../electron/practice/crawler-template.ts'
import type { PracticeAws } from '../../../electron/practice/server.ts'
import {
  account,
  bucketName,
  type Clients,
  clients,
  crawlerFileKey,
  faultOf,
  HOUR,
  MINUTE,
  makeReport,
  otherAccount,
  practiceAws,
} from '../../support/practice.ts'

let aws: PracticeAws
let sdk: Clients

beforeEach(async () => {
  aws = await practiceAws()
  sdk = clients(aws)
})

const minimal = JSON.stringify({ Resources: { Topic: { Type: 'AWS::SNS::Topic' } } })

const create = (changes: Partial<CreateStackCommandInput>) =>
  sdk.cloudFormation.send(new CreateStackCommand({ StackName: 'SpotEcoStack', ...changes }))

const statusOf = async (StackName: string) => {
  const { Stacks: [stack] = [] } = await sdk.cloudFormation.send(new DescribeStacksCommand({ StackName }))
  return stack?.StackStatus
}

const crawlerTemplate = generateCrawlerTemplate({
  bucket: bucketName,
  prefix: 'spotinst_eco',
  report: 'spotinst-cur-report',
})
const crawlerStack = { TemplateBody: crawlerTemplate, Capabilities: ['CAPABILITY_IAM' as const] }

describe('creating a stack is refused', () => {
  test.each([
    [
      'the name in the document, with spaces',
      { StackName: 'Spot Eco Stack', TemplateBody: minimal },
      'ValidationError',
    ],
    ['a name of 129 characters', { StackName: 'a'.repeat(129), TemplateBody: minimal }, 'ValidationError'],
    ['no template', {}, 'ValidationError'],
    ['two templates', { TemplateBody: minimal, TemplateURL: 'https://b.s3.amazonaws.com/k' }, 'ValidationError'],
    ['a body over 51,200 bytes', { TemplateBody: `${minimal}${' '.repeat(51_200)}` }, 'ValidationError'],
    ['an S3 error page', { TemplateBody: '<Error><Code>AccessDenied</Code></Error>' }, 'ValidationError'],
    [
      'YAML cut off within a text',
      { TemplateBody: crawlerTemplate.slice(0, crawlerTemplate.indexOf("'s3://") + 9) },
      'ValidationError',
    ],
    ['no resources', { TemplateBody: '{"Resources":{}}' }, 'ValidationError'],
    [
      'a dangling reference',
      { TemplateBody: crawlerTemplate.replace('AWSCURInitializer:', 'Renamed:') },
      'ValidationError',
    ],
    ['IAM resources unacknowledged', { TemplateBody: crawlerTemplate }, 'InsufficientCapabilitiesException'],
    [
      'named IAM resources acknowledged as unnamed',
      {
        TemplateBody: crawlerTemplate.replace('      Path: /', '      RoleName: fixed\n      Path: /'),
        Capabilities: ['CAPABILITY_IAM' as const],
      },
      'InsufficientCapabilitiesException',
    ],
    [
      'an unknown parameter',
      { TemplateBody: minimal, Parameters: [{ ParameterKey: 'Bucket', ParameterValue: 'x' }] },
      'ValidationError',
    ],
  ])('with %s', async (_, input, name) => {
    expect(await faultOf(create(input))).toMatchObject({ name, status: 400 })
    expect((await sdk.cloudFormation.send(new ListStacksCommand({}))).StackSummaries).toEqual([])
  })

  test('under a name that is taken, also by one that was rolled back', async () => {
    await create({ TemplateBody: minimal })
    const taken = await faultOf(create({ TemplateBody: minimal }))
    expect(taken).toEqual({
      name: 'AlreadyExistsException',
      message: 'Stack [SpotEcoStack] already exists',
      status: 400,
    })
    // Its bucket is missing, so the custom resource fails.
    await create({ ...crawlerStack, StackName: 'RolledBack' })
    aws.clock.advance(5 * MINUTE)
    expect(await statusOf('RolledBack')).toBe('ROLLBACK_COMPLETE')
    expect((await faultOf(create({ ...crawlerStack, StackName: 'RolledBack' }))).name).toBe('AlreadyExistsException')
  })

  test('with parameters missing or against their pattern', async () => {
    const TemplateURL = 'https://sc-msp-data-extractor-source.s3.amazonaws.com/cfn/msp-cost-and-usage-extractor.yml'
    const names = ['CURPrefixName', 'CustomerName', 'LambdaFunctionBucket', 'LambdaFunctionKey', 'S3OutputBucket']
    const given = names.map((ParameterKey) => ({ ParameterKey, ParameterValue: 'x' }))
    const missing = await faultOf(create({ TemplateURL, Parameters: given }))
    expect(missing.message).toBe('Parameters: [CURBucketName] must have values')
    const bucket = { ParameterKey: 'CURBucketName', ParameterValue: bucketName }
    const spaced = { ParameterKey: 'AccountList', ParameterValue: '111122223333, 444455556666' }
    const refused = await faultOf(create({ TemplateURL, Parameters: [...given, bucket, spaced] }))
    expect(refused).toMatchObject({ name: 'ValidationError', status: 400 })
    expect(refused.message).toContain('AccountList')
  })
})

describe('a template URL', () => {
  const urls = [
    `https://${bucketName}.s3.amazonaws.com/${crawlerFileKey}`,
    `https://${bucketName}.s3.us-east-1.amazonaws.com/${crawlerFileKey}`,
    `https://s3.amazonaws.com/${bucketName}/${crawlerFileKey}`,
    `https://s3.us-east-1.amazonaws.com/${bucketName}/${crawlerFileKey}`,
    `https://s3-us-east-1.amazonaws.com/${bucketName}/${crawlerFileKey}`,
  ]
  test.each(urls)('is taken as %s', async (TemplateURL) => {
    await makeReport(sdk)
    aws.clock.advance(24 * HOUR)
    await create({ TemplateURL, Capabilities: ['CAPABILITY_IAM'] })
    aws.clock.advance(3 * MINUTE)
    expect(await statusOf('SpotEcoStack')).toBe('CREATE_COMPLETE')
  })

  test('is taken on the practice S3 itself', async () => {
    await makeReport(sdk)
    aws.clock.advance(24 * HOUR)
    const TemplateURL = `${aws.url}/${bucketName}/${crawlerFileKey}`
    expect((await create({ TemplateURL, Capabilities: ['CAPABILITY_IAM'] })).StackId).toContain('stack/SpotEcoStack/')
  })

  test.each([
    ['no object', `https://${bucketName}.s3.amazonaws.com/nothing-here.yml`, 'The specified key does not exist.'],
    ['no bucket', 'https://nobody-has-this.s3.amazonaws.com/a.yml', 'The specified bucket does not exist'],
    ['another region', `https://${bucketName}.s3.eu-west-1.amazonaws.com/${crawlerFileKey}`, 'specified endpoint'],
    ['no S3 host', `https://example.com/${crawlerFileKey}`, 'TemplateURL must be a supported URL.'],
    ['no URL', 'crawler-cfn.yml', 'TemplateURL must be a supported URL.'],
  ])('that names %s is refused', async (_, TemplateURL, sentence) => {
    await makeReport(sdk)
    const fault = await faultOf(create({ TemplateURL }))
    expect(fault.name).toBe('ValidationError')
    expect(fault.message).toContain(sentence)
  })

  test('of another account’s object is refused like S3 would', async () => {
    await makeReport(sdk)
    aws.clock.advance(24 * HOUR)
    const stranger = clients(aws, { accountId: otherAccount }).cloudFormation
    const [TemplateURL = ''] = urls
    const fault = await faultOf(stranger.send(new CreateStackCommand({ StackName: 'Foreign', TemplateURL })))
    expect(fault.message).toMatch(/^S3 error: Access Denied/)
  })
})

describe('a request token', () => {
  test('makes a retry give the same stack', async () => {
    const input = { TemplateBody: minimal, ClientRequestToken: 'token-1' }
    const first = await create(input)
    expect((await create(input)).StackId).toBe(first.StackId)
    expect((await sdk.cloudFormation.send(new ListStacksCommand({}))).StackSummaries).toHaveLength(1)
  })

  test('cannot stand for another request', async () => {
    await create({ TemplateBody: minimal, ClientRequestToken: 'token-1' })
    const other = await faultOf(create({ StackName: 'Other', TemplateBody: minimal, ClientRequestToken: 'token-1' }))
    expect(other).toMatchObject({ name: 'TokenAlreadyExistsException', status: 400 })
  })
})

describe('the crawler stack', () => {
  const other = {
    QueueArn: `arn:aws:sqs:us-east-1:${account}:arrivals`,
    Events: ['s3:ObjectCreated:*' as const],
  }
  const notifications = async () => {
    const { $metadata, ...rest } = await sdk.s3.send(
      new GetBucketNotificationConfigurationCommand({ Bucket: bucketName }),
    )
    return rest
  }

  test('replaces the bucket’s notifications, and its deletion empties them', async () => {
    await makeReport(sdk)
    await sdk.s3.send(
      new PutBucketNotificationConfigurationCommand({
        Bucket: bucketName,
        NotificationConfiguration: { QueueConfigurations: [other] },
      }),
    )
    await create(crawlerStack)
    aws.clock.advance(3 * MINUTE)
    expect(await notifications()).toEqual({
      LambdaFunctionConfigurations: [
        expect.objectContaining({
          LambdaFunctionArn: expect.stringMatching(
            /^arn:aws:lambda:us-east-1:111122223333:function:SpotEcoStack-AWSCURInitializer-/,
          ),
          Filter: {
            Key: {
              FilterRules: [{ Name: 'Prefix', Value: 'spotinst_eco/spotinst-cur-report/spotinst-cur-report' }],
            },
          },
        }),
      ],
    })
    await sdk.cloudFormation.send(new DeleteStackCommand({ StackName: 'SpotEcoStack' }))
    expect(await statusOf('SpotEcoStack')).toBe('DELETE_IN_PROGRESS')
    aws.clock.advance(2 * MINUTE)
    expect(await notifications()).toEqual({})
    const gone = [
      await faultOf(sdk.glue.send(new GetCrawlerCommand({ Name: 'AWSCURCrawler-spotinst-cur-report' }))),
      await faultOf(sdk.glue.send(new GetDatabaseCommand({ Name: 'athenacurcfn_spotinst_cur_report' }))),
    ]
    expect(gone.map((one) => one.name)).toEqual(['EntityNotFoundException', 'EntityNotFoundException'])
  })

  test('reserves two concurrent executions', async () => {
    await makeReport(sdk)
    await create(crawlerStack)
    aws.clock.advance(3 * MINUTE)
    const { AccountLimit } = await sdk.lambda.send(new GetAccountSettingsCommand({}))
    expect(AccountLimit).toMatchObject({ ConcurrentExecutions: 1000, UnreservedConcurrentExecutions: 998 })
  })

  test('that fails is rolled back, resource by resource, and leaves nothing behind', async () => {
    await create(crawlerStack)
    aws.clock.advance(5 * MINUTE)
    const { Stacks: [stack] = [] } = await sdk.cloudFormation.send(new DescribeStacksCommand({}))
    expect(stack).toMatchObject({ StackStatus: 'ROLLBACK_COMPLETE' })
    const { StackEvents: events = [] } = await sdk.cloudFormation.send(
      new DescribeStackEventsCommand({ StackName: 'SpotEcoStack' }),
    )
    const failed = events.findLast((event) => event.ResourceStatus === 'CREATE_FAILED')
    expect(failed?.LogicalResourceId).toBe('AWSPutS3CURNotification')
    expect(failed?.ResourceStatusReason).toContain('Received response status [FAILED] from custom resource')
    const rollback = events.find((event) => event.ResourceStatus === 'ROLLBACK_IN_PROGRESS')
    expect(rollback?.ResourceStatusReason).toBe(
      'The following resource(s) failed to create: [AWSPutS3CURNotification]. Rollback requested by user.',
    )
    const database = sdk.glue.send(new GetDatabaseCommand({ Name: 'athenacurcfn_spotinst_cur_report' }))
    expect((await faultOf(database)).name).toBe('EntityNotFoundException')
  })

  test.each([
    ['DO_NOTHING' as const, 'CREATE_FAILED'],
    ['DELETE' as const, 'DELETE_COMPLETE'],
  ])('that fails with OnFailure %s ends in %s', async (OnFailure, status) => {
    const { StackId = '' } = await create({ ...crawlerStack, OnFailure })
    aws.clock.advance(5 * MINUTE)
    expect(await statusOf(StackId)).toBe(status)
  })
})

describe('reading stacks', () => {
  test('by name, by ARN, and after deletion by ARN only', async () => {
    const { StackId = '' } = await create({ TemplateBody: minimal, Tags: [{ Key: 'case', Value: 'C-42' }] })
    aws.clock.advance(3 * MINUTE)
    expect(await statusOf(StackId)).toBe('CREATE_COMPLETE')
    const { Stacks: [stack] = [] } = await sdk.cloudFormation.send(
      new DescribeStacksCommand({ StackName: 'SpotEcoStack' }),
    )
    expect(stack?.Tags).toEqual([{ Key: 'case', Value: 'C-42' }])
    await sdk.cloudFormation.send(new DeleteStackCommand({ StackName: 'SpotEcoStack' }))
    aws.clock.advance(MINUTE)
    expect(await statusOf(StackId)).toBe('DELETE_COMPLETE')
    expect(await faultOf(statusOf('SpotEcoStack'))).toEqual({
      name: 'ValidationError',
      message: 'Stack with id SpotEcoStack does not exist',
      status: 400,
    })
    await create({ TemplateBody: minimal })
    await sdk.cloudFormation.send(new DeleteStackCommand({ StackName: 'never-there' }))
  })

  test('by pages, in their own account and region', async () => {
    for (let i = 0; i < 101; i++) await create({ StackName: `stack-${i}`, TemplateBody: minimal })
    const names: (string | undefined)[] = []
    for await (const page of paginateDescribeStacks({ client: sdk.cloudFormation }, {})) {
      names.push(...(page.Stacks?.map((one) => one.StackName) ?? []))
    }
    expect(new Set(names).size).toBe(101)
    for (const place of [{ accountId: otherAccount }, { region: 'eu-west-1' }]) {
      const elsewhere = clients(aws, place).cloudFormation
      expect((await elsewhere.send(new DescribeStacksCommand({}))).Stacks).toEqual([])
    }
  })

  test('with their resources and template', async () => {
    await create(crawlerStack)
    aws.clock.advance(MINUTE)
    const StackName = 'SpotEcoStack'
    const { StackResources = [] } = await sdk.cloudFormation.send(new DescribeStackResourcesCommand({ StackName }))
    const { StackResourceSummaries = [] } = await sdk.cloudFormation.send(new ListStackResourcesCommand({ StackName }))
    expect(StackResourceSummaries.map((one) => one.LogicalResourceId)).toEqual(
      StackResources.map((one) => one.LogicalResourceId),
    )
    expect(StackResources[0]).toMatchObject({
      LogicalResourceId: 'AWSCURDatabase',
      PhysicalResourceId: 'athenacurcfn_spotinst_cur_report',
      ResourceStatus: 'CREATE_COMPLETE',
    })
    expect((await sdk.cloudFormation.send(new GetTemplateCommand({ StackName }))).TemplateBody).toBe(crawlerTemplate)
    const missing = await faultOf(sdk.cloudFormation.send(new DescribeStackEventsCommand({ StackName: 'missing' })))
    expect(missing.message).toBe('Stack [missing] does not exist')
  })

  test('templates are summarised before anything is created', async () => {
    const summary = await sdk.cloudFormation.send(new GetTemplateSummaryCommand({ TemplateBody: crawlerTemplate }))
    expect(summary).toMatchObject({ Capabilities: ['CAPABILITY_IAM'], Parameters: [] })
    expect(summary.ResourceTypes).toContain('AWS::Glue::Crawler')
    const key = 'cfn/msp-cost-and-usage-extractor.yml'
    const TemplateURL = `https://sc-msp-data-extractor-source.s3.amazonaws.com/${key}`
    const { Parameters } = await sdk.cloudFormation.send(new ValidateTemplateCommand({ TemplateURL }))
    expect(Parameters?.map((one) => one.ParameterKey)).toContain('AccountList')
  })

  test('a call that is not simulated says so', async () => {
    const fault = await faultOf(sdk.cloudFormation.send(new UpdateStackCommand({ StackName: 'SpotEcoStack' })))
    expect(fault).toMatchObject({ name: 'InvalidAction', status: 400 })
  })
})

test('a template in a bucket of one’s own is read whatever its key', async () => {
  await makeReport(sdk)
  await sdk.s3.send(new PutObjectCommand({ Bucket: bucketName, Key: 'a b/ü.json', Body: minimal }))
  await create({ TemplateURL: `https://${bucketName}.s3.amazonaws.com/a%20b/%C3%BC.json` })
  aws.clock.advance(3 * MINUTE)
  expect(await statusOf('SpotEcoStack')).toBe('CREATE_COMPLETE')
})
