import { GetExportCommand, ListExportsCommand } from '@aws-sdk/client-bcm-data-exports'
import { DescribeStacksCommand } from '@aws-sdk/client-cloudformation'
import { GetAccountSettingsCommand, ListFunctionsCommand } from '@aws-sdk/client-lambda'
import { DescribeOrganizationCommand } from '@aws-sdk/client-organizations'
import { GetCallerIdentityCommand, GetSessionTokenCommand } from '@aws-sdk/client-sts'
import { describe, expect, test } from 'vitest'
import { account, clients, faultOf, otherAccount, practiceAws } from '../../support/practice.ts'

test('the account is in the access key; other keys are of the default account', async () => {
  const aws = await practiceAws({ defaultAccountId: '222233334444' })
  const whoAmI = async (accountId: string) =>
    (await clients(aws, { accountId }).sts.send(new GetCallerIdentityCommand({}))).Account
  expect(await whoAmI(account)).toBe(account)
  expect(await whoAmI(otherAccount)).toBe(otherAccount)
  expect(await whoAmI('_SOMETHING_ELSE')).toBe('222233334444')
})

test('an identity is an IAM user of the account', async () => {
  const { sts } = clients(await practiceAws())
  const { Arn, UserId, $metadata } = await sts.send(new GetCallerIdentityCommand({}))
  expect({ Arn, UserId }).toEqual({ Arn: `arn:aws:iam::${account}:user/practice`, UserId: 'AIDAPRACTICE122223333' })
  expect($metadata.requestId).toMatch(/^[0-9a-f-]{36}$/)
  expect((await faultOf(sts.send(new GetSessionTokenCommand({})))).name).toBe('InvalidAction')
})

describe('a request without a signature', () => {
  const post = async (headers: Record<string, string>, body: string, path = '/') => {
    const { url } = await practiceAws()
    const response = await fetch(url + path, {
      method: body === '' ? 'GET' : 'POST',
      headers,
      ...(body !== '' && { body }),
    })
    return { status: response.status, text: await response.text() }
  }
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const target = (name: string) => ({ 'x-amz-target': name, 'content-type': 'application/x-amz-json-1.1' })

  test('is refused by the services that it names by version, target or path', async () => {
    const forms = ['Action=GetCallerIdentity&Version=2011-06-15', 'Action=DescribeStacks&Version=2010-05-15']
    for (const body of forms) {
      const { status, text } = await post(form, body)
      expect([status, text]).toEqual([403, expect.stringContaining('<Code>MissingAuthenticationToken</Code>')])
    }
    const targets = [
      'AWSOrigamiServiceGatewayService.DescribeReportDefinitions',
      'AWSGlue.GetCrawlers',
      'AWSOrganizationsV20161128.DescribeOrganization',
      'AWSBillingAndCostManagementDataExports.ListExports',
    ]
    for (const name of targets) {
      const { status, text } = await post(target(name), '{}')
      expect([status, JSON.parse(text).__type]).toEqual([400, 'MissingAuthenticationTokenException'])
    }
    expect((await post({}, '', '/2016-08-19/account-settings/')).status).toBe(403)
    expect((await post({}, '')).text).toContain('<Code>AccessDenied</Code>')
  })

  test('for a service that is not simulated is told so', async () => {
    expect((await post(target('DynamoDB_20120810.ListTables'), '{}')).text).toContain('UnknownOperationException')
    expect((await post(form, 'Action=ListUsers&Version=2010-05-08')).text).toContain('<Code>InvalidAction</Code>')
  })

  test('with a body that is no JSON is told so', async () => {
    const signed = {
      ...target('AWSGlue.GetCrawlers'),
      authorization:
        'AWS4-HMAC-SHA256 Credential=PRACTICE111122223333/20261121/us-east-1/glue/aws4_request, Signature=0',
    }
    expect((await post(signed, '{"Name":')).text).toContain('SerializationException')
  })
})

test('every answer says that it is simulated, and no web page gets one', async () => {
  const { url } = await practiceAws()
  const plain = await fetch(url)
  expect(plain.headers.get('x-casebook-practice')).toBe('simulated')
  expect(plain.headers.get('server')).toContain('simulated')
  const fromPage = await fetch(url, { headers: { origin: 'https://example.com' } })
  expect([fromPage.status, await fromPage.text()]).toEqual([403, 'Web pages may not use the practice AWS.\n'])
})

test('an account manages its own organization', async () => {
  const { organizations } = clients(await practiceAws())
  const { Organization } = await organizations.send(new DescribeOrganizationCommand({}))
  expect(Organization).toMatchObject({ MasterAccountId: account, FeatureSet: 'ALL' })
})

test('a new account may run 1,000 functions at once and has none', async () => {
  const { lambda } = clients(await practiceAws())
  const { AccountLimit, AccountUsage } = await lambda.send(new GetAccountSettingsCommand({}))
  expect(AccountLimit).toMatchObject({ ConcurrentExecutions: 1000, UnreservedConcurrentExecutions: 1000 })
  expect(AccountUsage?.FunctionCount).toBe(0)
  expect(await faultOf(lambda.send(new ListFunctionsCommand({})))).toMatchObject({
    name: 'NotImplemented',
    status: 501,
  })
})

test('an account without data exports has none', async () => {
  const { dataExports } = clients(await practiceAws())
  expect((await dataExports.send(new ListExportsCommand({}))).Exports).toEqual([])
  const ExportArn = `arn:aws:bcm-data-exports:us-east-1:${account}:export/none`
  const missing = await faultOf(dataExports.send(new GetExportCommand({ ExportArn })))
  expect(missing.name).toBe('ResourceNotFoundException')
})

test('regions are worlds of their own for stacks', async () => {
  const aws = await practiceAws()
  const { Stacks } = await clients(aws, { region: 'eu-west-1' }).cloudFormation.send(new DescribeStacksCommand({}))
  expect(Stacks).toEqual([])
})
