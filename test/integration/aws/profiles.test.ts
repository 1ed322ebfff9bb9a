import { describe, expect, it, vi } from 'vitest'
import { createAwsGateway, createPracticeGateway } from '../../../electron/aws/gateway.ts'
import { awsHome } from '../../support/aws-home.ts'
import { reply, type Seen, scope, signer, smallServer } from '../../support/small-server.ts'

const target = { region: 'us-east-1', partition: 'aws', accountId: '123456789012' } as const
const once = { patience: { attempts: 1 } }

/** A small server that knows STS: the caller, and roles it gives the key ROLEKEY for. */
function sts() {
  return smallServer(({ body }, response) => {
    if (!body.includes('Action=AssumeRole')) return reply.caller(response)
    if (body.includes('denied'))
      return reply.queryError(response, 'AccessDenied', 'User is not authorized to perform: sts:AssumeRole', 403)
    reply.xml(
      response,
      `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials><AccessKeyId>ROLEKEY</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>role-token</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`,
    )
  })
}

function session(profile: string | null) {
  return createAwsGateway(once).session({ ...target, profile })
}

describe('profiles', () => {
  it('are those of both AWS files, without sign-in sessions and service sections', async () => {
    awsHome({
      config:
        '[profile zeta]\nregion = us-east-1\n[default]\nregion = us-east-1\n[sso-session corp]\nsso_region = us-east-1\n[services local]\ns3 =\n  endpoint_url = http://x\n',
      credentials: '[acme]\naws_access_key_id = A\naws_secret_access_key = S\n',
    })
    expect((await createAwsGateway().profiles()).map(({ name }) => name)).toEqual(['default', 'acme', 'zeta'])
  })

  it('say where their keys come from, whose they are where that is written down, and how one signs in', async () => {
    awsHome({
      config: [
        '[profile plain]\naws_access_key_id = A\naws_secret_access_key = S',
        '[profile billing]\nsso_session = corp\nsso_account_id = 111122223333\nsso_role_name = Billing',
        '[profile deep]\nrole_arn = arn:aws:iam::444455556666:role/team/reader\nsource_profile = billing',
        '[profile tool]\ncredential_process = /opt/keys',
        '[profile pod]\nrole_arn = arn:aws:iam::444455556666:role/pod\nweb_identity_token_file = /token',
        '[profile console]\nlogin_session = arn:aws:iam::111122223333:user/ana',
        '[profile bare]\nregion = eu-west-1',
      ].join('\n'),
    })
    expect(await createAwsGateway().profiles()).toEqual([
      { name: 'bare', kind: 'none', accountId: null, roleName: null, signIn: null },
      {
        name: 'billing',
        kind: 'sso',
        accountId: '111122223333',
        roleName: 'Billing',
        signIn: 'aws sso login --profile billing',
      },
      { name: 'console', kind: 'login', accountId: null, roleName: null, signIn: 'aws login --profile console' },
      {
        name: 'deep',
        kind: 'role',
        accountId: '444455556666',
        roleName: 'reader',
        signIn: 'aws sso login --profile billing',
      },
      { name: 'plain', kind: 'keys', accountId: null, roleName: null, signIn: null },
      { name: 'pod', kind: 'web-identity', accountId: '444455556666', roleName: 'pod', signIn: null },
      { name: 'tool', kind: 'process', accountId: null, roleName: null, signIn: null },
    ])
  })

  it('are none where there are no files, and none in practice', async () => {
    awsHome({
      env: { AWS_CONFIG_FILE: '/nonexistent/config', AWS_SHARED_CREDENTIALS_FILE: '/nonexistent/credentials' },
    })
    expect(await createAwsGateway().profiles()).toEqual([])
    expect(await createPracticeGateway({ endpoint: 'http://127.0.0.1:1' }).profiles()).toEqual([])
  })

  it('are read anew each time', async () => {
    awsHome({ config: '[profile one]\nregion = us-east-1\n' })
    const gateway = createAwsGateway()
    const names = async () => (await gateway.profiles()).map(({ name }) => name)
    expect(await names()).toEqual(['one'])
    awsHome({ config: '[profile two]\nregion = us-east-1\n' })
    expect(await names()).toEqual(['two'])
  })
})

describe('credentials', () => {
  it('are those of the named profile, whatever the environment offers', async () => {
    const aws = await sts()
    awsHome({
      config: `[profile acme]\nendpoint_url = ${aws.url}\n`,
      credentials: '[acme]\naws_access_key_id = FILEKEY\naws_secret_access_key = S\n',
      env: { AWS_ACCESS_KEY_ID: 'ENVKEY', AWS_SECRET_ACCESS_KEY: 'S' },
    })
    expect(await session('acme').identity()).toEqual({
      ok: true,
      value: {
        accountId: '123456789012',
        arn: 'arn:aws:iam::123456789012:user/jo',
        endpoint: aws.host,
        simulated: false,
      },
      requestId: 'REQ-XML',
    })
    expect(aws.seen.map(signer)).toEqual(['FILEKEY'])
  })

  it('are never somebody else’s where the named profile is missing', async () => {
    const aws = await sts()
    awsHome({ env: { AWS_ACCESS_KEY_ID: 'ENVKEY', AWS_SECRET_ACCESS_KEY: 'S', AWS_ENDPOINT_URL: aws.url } })
    expect(await session('gone').identity()).toMatchObject({
      ok: false,
      fault: { kind: 'no-credentials', action: 'sts:GetCallerIdentity', message: expect.stringContaining('gone') },
    })
    expect(aws.seen).toHaveLength(0)
  })

  it('are the environment’s where no profile is named', async () => {
    const aws = await sts()
    awsHome({ env: { AWS_ACCESS_KEY_ID: 'ENVKEY', AWS_SECRET_ACCESS_KEY: 'S', AWS_ENDPOINT_URL: aws.url } })
    await session(null).identity()
    expect(aws.seen.map(signer)).toEqual(['ENVKEY'])
  })

  it('are nobody’s where there are none', async () => {
    awsHome()
    expect(await session(null).identity()).toMatchObject({ ok: false, fault: { kind: 'no-credentials' } })
  })

  it('of a process are taken', async () => {
    const aws = await sts()
    const keys = JSON.stringify({ Version: 1, AccessKeyId: 'PROCESSKEY', SecretAccessKey: 'S' })
    awsHome({ config: `[profile acme]\nendpoint_url = ${aws.url}\ncredential_process = echo '${keys}'\n` })
    await session('acme').identity()
    expect(aws.seen.map(signer)).toEqual(['PROCESSKEY'])
  })

  it('of a role are asked for at the profile’s own endpoint, once for all clients', async () => {
    const aws = await sts()
    awsHome({
      config: `[profile acme]\nendpoint_url = ${aws.url}\nrole_arn = arn:aws:iam::123456789012:role/Casebook\nsource_profile = msp\n`,
      credentials: '[msp]\naws_access_key_id = MSPKEY\naws_secret_access_key = S\n',
    })
    const acme = session('acme')
    await Promise.all([acme.identity(), acme.crawler('c'), acme.reports()])
    expect(aws.seen.filter(({ body }) => body.includes('Action=AssumeRole')).map(signer)).toEqual(['MSPKEY'])
    const others = aws.seen.filter(({ body }) => !body.includes('Action=AssumeRole'))
    expect(others.map(signer)).toEqual(['ROLEKEY', 'ROLEKEY', 'ROLEKEY'])
    expect(others.map(({ headers }) => headers['x-amz-security-token'])).toEqual(Array(3).fill('role-token'))
  })

  it('of a role that may not be assumed say which permission is missing', async () => {
    const aws = await sts()
    awsHome({
      config: `[profile acme]\nendpoint_url = ${aws.url}\nrole_arn = arn:aws:iam::123456789012:role/denied\nsource_profile = msp\n`,
      credentials: '[msp]\naws_access_key_id = MSPKEY\naws_secret_access_key = S\n',
    })
    expect(await session('acme').reports()).toMatchObject({
      ok: false,
      fault: { kind: 'no-access', action: 'sts:AssumeRole', code: 'AccessDenied' },
    })
  })

  it('of an SSO sign-in that ran out name the command that renews it', async () => {
    awsHome({
      config:
        '[profile acme]\nsso_session = corp\nsso_account_id = 123456789012\nsso_role_name = Read\n[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = us-east-1\n',
      sso: { corp: { accessToken: 'stale', expiresAt: '2020-01-01T00:00:00Z' } },
    })
    const asked = await session('acme').identity()
    expect(asked).toMatchObject({ ok: false, fault: { kind: 'expired', command: 'aws sso login --profile acme' } })
    expect(JSON.stringify(asked)).not.toContain('stale')
  })

  it('that were rejected as expired name the command too', async () => {
    const aws = await smallServer((_request, response) =>
      reply.queryError(response, 'ExpiredToken', 'The security token included in the request is expired', 403),
    )
    awsHome({
      config: `[profile acme]\nendpoint_url = ${aws.url}\nlogin_session = arn:aws:iam::1:user/jo\n`,
      credentials: '[acme]\naws_access_key_id = K\naws_secret_access_key = S\naws_session_token = T\n',
    })
    expect(await session('acme').identity()).toMatchObject({
      ok: false,
      fault: { kind: 'expired', command: 'aws login --profile acme' },
    })
  })

  it('are never spoken of on the console', async () => {
    const spoken = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const aws = await sts()
    awsHome({
      credentials: '[acme]\naws_access_key_id = FILEKEY\naws_secret_access_key = S\n',
      env: { AWS_PROFILE: 'acme', AWS_ACCESS_KEY_ID: 'ENVKEY', AWS_SECRET_ACCESS_KEY: 'S', AWS_ENDPOINT_URL: aws.url },
    })
    expect(await session(null).identity()).toMatchObject({ ok: true })
    expect(spoken).not.toHaveBeenCalled()
    spoken.mockRestore()
  })
})

describe('endpoints', () => {
  const keys = { AWS_ACCESS_KEY_ID: 'ENVKEY', AWS_SECRET_ACCESS_KEY: 'S' }

  it('are the same for every client, the old one included', async () => {
    const aws = await smallServer((_request, response) => reply.json(response, {}))
    awsHome({ env: { ...keys, AWS_ENDPOINT_URL: aws.url, AWS_USE_FIPS_ENDPOINT: 'true' } })
    const here = session(null)
    await here.identity()
    await here.reports()
    await here.dataExports('b')
    await here.headObject('b', 'k', '123456789012')
    await here.stack('s')
    await here.crawler('c')
    await here.concurrency()
    expect(aws.seen.map(scope)).toEqual([
      'us-east-1/sts',
      'us-east-1/cur',
      'us-east-1/bcm-data-exports',
      'us-east-1/s3',
      'us-east-1/cloudformation',
      'us-east-1/glue',
      'us-east-1/lambda',
    ])
  })

  it('are those of the profile’s services section, and of its endpoint_url for the rest', async () => {
    const [forReports, forRest] = [await sts(), await sts()]
    awsHome({
      config: `[profile acme]\nservices = local\nendpoint_url = ${forRest.url}\n[services local]\ncost_and_usage_report_service =\n  endpoint_url = ${forReports.url}\n`,
      credentials: '[acme]\naws_access_key_id = K\naws_secret_access_key = S\n',
    })
    const acme = session('acme')
    await acme.identity()
    await acme.reports()
    expect(forRest.seen.map(scope)).toEqual(['us-east-1/sts'])
    expect(forReports.seen.map(scope)).toEqual(['us-east-1/cur'])
    expect(await acme.createBucket('b')).toMatchObject({ ok: false, fault: { kind: 'mixed-endpoints' } })
  })

  it('keep billing services in the partition’s billing region', async () => {
    const aws = await smallServer((_request, response) => reply.json(response, {}))
    awsHome({ env: { ...keys, AWS_ENDPOINT_URL: aws.url } })
    const regions = async (region: string, partition: 'aws' | 'aws-cn') => {
      const before = aws.seen.length
      const here = createAwsGateway(once).session({ ...target, profile: null, region, partition })
      await here.reports()
      await here.crawler('c')
      return aws.seen.slice(before).map(scope)
    }
    expect(await regions('eu-central-1', 'aws')).toEqual(['us-east-1/cur', 'eu-central-1/glue'])
    expect(await regions('cn-north-1', 'aws-cn')).toEqual(['cn-northwest-1/cur', 'cn-north-1/glue'])
  })

  it('of different worlds are read from, and never written to', async () => {
    const local = await sts()
    awsHome({ env: { ...keys, AWS_ENDPOINT_URL_STS: local.url, AWS_ENDPOINT_URL_S3: local.url } })
    const here = session(null)
    expect(await here.identity()).toMatchObject({ ok: true })
    const before = local.seen.length
    const fault = { kind: 'mixed-endpoints', message: expect.stringContaining(local.url) }
    expect(await here.createBucket('b')).toMatchObject({ ok: false, fault: { ...fault, action: 's3:CreateBucket' } })
    expect(await here.putBucketPolicy('b', '{}', '123456789012')).toMatchObject({ ok: false, fault })
    const report = {
      name: 'r',
      timeUnit: 'HOURLY',
      format: 'Parquet',
      compression: 'Parquet',
      schemaElements: [],
      bucket: 'b',
      prefix: 'p',
      region: 'us-east-1',
      artifacts: [],
      refreshClosedReports: true,
      versioning: 'OVERWRITE_REPORT',
    }
    expect(await here.putReport(report)).toMatchObject({ ok: false, fault })
    const stack = { name: 's', template: { body: '{}' }, parameters: {}, capabilities: [], token: 't' }
    expect(await here.createStack(stack)).toMatchObject({ ok: false, fault })
    expect(await here.deleteStack('s')).toMatchObject({ ok: false, fault })
    expect(await here.scheduleCrawler('c', 'cron(0 0 * * ? *)')).toMatchObject({ ok: false, fault })
    expect(await here.startCrawlerSchedule('c')).toMatchObject({ ok: false, fault })
    expect(local.seen).toHaveLength(before)
  })

  it('that are no addresses are refused in a sentence', async () => {
    awsHome({ env: { ...keys, AWS_ENDPOINT_URL_GLUE: 'localhost' } })
    expect(await session(null).identity()).toMatchObject({
      ok: false,
      fault: { kind: 'invalid', code: 'ConfigurationError', message: expect.stringContaining('Glue') },
    })
  })

  it('and keys of the machine never reach into practice', async () => {
    const outside = await sts()
    const practice = await smallServer((_request: Seen, response) => reply.caller(response))
    awsHome({
      config: `[default]\nendpoint_url = ${outside.url}\nregion = eu-west-3\nuse_fips_endpoint = true\n`,
      credentials: '[default]\naws_access_key_id = FILEKEY\naws_secret_access_key = S\n',
      env: { ...keys, AWS_ENDPOINT_URL: outside.url, AWS_ENDPOINT_URL_STS: outside.url, AWS_REGION: 'eu-west-3' },
    })
    const asked = await createPracticeGateway({ endpoint: practice.url, ...once })
      .session({ ...target, profile: 'default' })
      .identity()
    expect(asked).toMatchObject({ ok: true, value: { simulated: true, endpoint: practice.host } })
    expect(practice.seen.map(signer)).toEqual(['PRACTICE123456789012'])
    expect(outside.seen).toHaveLength(0)
  })
})
