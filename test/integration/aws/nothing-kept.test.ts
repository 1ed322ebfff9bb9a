import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { spotAnswer } from '../../../electron/practice/spot.ts'
import { createDispatch } from '../../../electron/rpc/dispatch.ts'
import { openLog } from '../../../electron/workspace/log.ts'
import { openDesk } from '../../../electron/workspace/open-desk.ts'
import type { InputOf, OperationName, OutputOf } from '../../../shared/contract/index.ts'
import type { Reply } from '../../../shared/contract/operation.ts'
import { readOnlyPolicy } from '../../../shared/domain/aws-read-policy.ts'
import { awsHome } from '../../support/aws-home.ts'
import { account, bucketName, HOUR, MINUTE, practiceAws } from '../../support/practice.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const KEY = `PRACTICE${account}`
const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzKEY'
const TOKEN = 'IQoJb3JpZ2luX2VjEXAMPLETOKENzzzzzz'

/** What may be nowhere: not in a log of any level, not in the database, not in what is answered or told. */
const FORBIDDEN: Readonly<Record<string, RegExp>> = {
  'a secret key': /wJalrXUtnFEMI/,
  'a session token': /IQoJb3JpZ2luX2Vj/,
  'a key’s ID': new RegExp(KEY),
  'a signature': /X-Amz-Signature=\w|AWS4-HMAC-SHA256/,
  'a template body': /AWSTemplateFormatVersion|AWSCURLambdaExecutor/,
}

/** A real workspace that reaches an AWS-compatible endpoint through the profile of the machine's own files. */
async function realWorkspace() {
  const aws = await practiceAws()
  awsHome({
    config: `[profile acme]\nregion = us-east-1\nendpoint_url = ${aws.url}\n`,
    credentials: `[acme]\naws_access_key_id = ${KEY}\naws_secret_access_key = ${SECRET}\naws_session_token = ${TOKEN}\n`,
  })
  const folder = temporaryFolder()
  const log = openLog(folder)
  const told: string[] = []
  const onChange = (event: unknown) => void told.push(JSON.stringify(event))
  const desk = await openDesk({ folder, kind: 'real', host: 'headless', version: '0.0.0', log, onChange })
  let isOpen = true
  const close = async () => {
    if (isOpen) await desk.close()
    isOpen = false
  }
  onTestFinished(close)
  const dispatch = createDispatch(desk.handlers, log)
  const reply = async <N extends OperationName>(name: N, input: InputOf<N>) => {
    const text = await dispatch(name, JSON.stringify(input))
    told.push(text)
    return JSON.parse(text) as Reply<OutputOf<N>>
  }
  const send = async <N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> => {
    const answer = await reply(name, input)
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code}: ${answer.error.message}`)
    return answer.value
  }
  return { aws, folder, log, told, reply, send, close }
}

/** Every file of the data folder but the crawler file itself, which is kept as it came. */
function filesOf(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/attachments|exports/.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(folder.length), readFileSync(path).toString('latin1')] as const)
}

it('a whole run keeps no credential, presigned URL or template body anywhere, however much goes wrong on the way', async () => {
  const { aws, folder, log, told, reply, send, close } = await realWorkspace()
  await send('workspace.init', { company: 'Northwind', mspAccountId: '999900001111', operator: 'Ana' })
  expect(await send('profile.list', {})).toMatchObject({ profiles: [{ name: 'acme', kind: 'keys' }] })
  await send('payer.add', { accountId: account, kind: 'dedicated', awsProfile: 'acme' })
  await send('customer.add', { name: 'Acme', managementAccountId: account, orgIds: '606606606606', payer: account })
  const { id } = await send('case.open', { customer: account })
  const act = (action: string) => send('case.do', { case: id, action, confirmed: true })

  await act('bucket.create')
  await act('report.create')
  aws.clock.advance(25 * HOUR)
  await send('case.check', { case: id })
  for (const scenario of ['access-denied', 'expired-credentials', 'download-cut'] as const) {
    aws.setScenario(scenario)
    await send('case.check', { case: id })
    await reply('case.do', { case: id, action: 'crawler-file.download', confirmed: true })
  }
  aws.setScenario('happy-path')
  await act('crawler-file.download')
  await send('case.step', { case: id, step: 'crawler-stack.name', to: 'done' })
  // The file goes to AWS as a body where its URL is denied.
  aws.setScenario('access-denied', { denied: ['s3:GetObject'] })
  await act('crawler-stack.create')
  aws.setScenario('happy-path')
  aws.clock.advance(10 * MINUTE)
  await send('case.check', { case: id })
  await act('crawler.schedule')
  // Phase 3: what Spot's link names is read, planned and run.
  await send('submission.export', { case: id, format: 'zip' })
  await send('submission.sent', { case: id })
  aws.clock.advance(72 * HOUR)
  const link = spotAnswer({
    region: 'us-east-1',
    bucket: bucketName,
    prefix: 'spotinst_eco',
    reportName: 'spotinst-cur-report',
    customerName: 'Acme',
  })
  expect((await send('link.check', { url: link, case: id })).template?.resourceTypes).toContain('AWS::Lambda::Function')
  await send('submission.answered', { case: id, link })
  await send('case.set', { case: id, facts: { accountList: '222233334444' } })
  await send('case.step', { case: id, step: 'extractor.account-list', to: 'done' })
  await send('case.plan', { case: id, action: 'extractor-stack.create' })
  await act('extractor-stack.create')
  await send('stack.progress', { case: id, stack: 'extractor' })
  aws.clock.advance(10 * MINUTE)
  expect(await send('case.check', { case: id })).toMatchObject({ state: 'done' })
  await send('action.progress', { case: id })
  await send('aws.identity', { payer: account })
  await send('checks.list', {})
  await send('watch.state', {})
  await send('checks.run', {})
  await send('checks.progress', { after: 0 })
  await send('aws.read-policy', { payer: account })
  await send('activity.list', { case: id, limit: 500 })

  // The log itself is put to the test: what would be thrown with a secret in it comes out without.
  const presigned = `https://b.s3.amazonaws.com/k?X-Amz-Credential=${KEY}%2F20261121&X-Amz-Signature=0123456789abcdef`
  log.error('test', {
    error: new Error(`aws_secret_access_key=${SECRET} at ${presigned}`),
    body: 'AWSTemplateFormatVersion: 2010-09-09\nResources:\n  AWSCURLambdaExecutor:',
    sessionToken: TOKEN,
  })
  await close()

  const files = filesOf(folder)
  expect(files.map(([name]) => name)).toEqual(expect.arrayContaining(['/casebook.db', '/logs/casebook.log']))
  expect(files.find(([name]) => name.endsWith('casebook.log'))?.[1]).toContain('[removed]')
  const places = [...files, ['what was answered and told', told.join('\n')] as const]
  const found = places.flatMap(([place, text]) =>
    Object.entries(FORBIDDEN).flatMap(([what, pattern]) => (pattern.test(text) ? [`${what} in ${place}`] : [])),
  )
  expect(found).toEqual([])
})

it('a sign-in that ran out says which command renews it', async () => {
  awsHome({
    config: [
      '[profile acme]',
      'sso_session = work',
      `sso_account_id = ${account}`,
      'sso_role_name = Billing',
      '[sso-session work]',
      'sso_start_url = https://work.awsapps.example/start',
      'sso_region = us-east-1',
    ].join('\n'),
    sso: { work: { accessToken: 'stale', expiresAt: '2020-01-01T00:00:00Z' } },
  })
  const folder = temporaryFolder()
  const log = openLog(folder)
  const desk = await openDesk({ folder, kind: 'real', host: 'cli', version: '0.0.0', log, onChange() {} })
  onTestFinished(() => desk.close())
  const { handlers } = desk
  await handlers['workspace.init']({ company: 'Northwind', mspAccountId: '999900001111', operator: 'Ana' })
  await handlers['payer.add']({ accountId: account, kind: 'dedicated', awsProfile: 'acme' })
  const customer = { name: 'Acme', managementAccountId: account, orgIds: '606606606606', payer: account }
  await handlers['customer.add'](customer)
  const { id } = await handlers['case.open']({ customer: account })
  const c = await handlers['case.check']({ case: id })
  const check = c.steps.flatMap((s) => s.checks).find((one) => one.id === 'account.payer')
  expect(check).toMatchObject({
    outcome: 'unknown',
    findings: [{ code: 'aws.expired', remedy: 'Sign in again with: aws sso login --profile acme' }],
  })
  const plan = await handlers['case.plan']({ case: id, action: 'bucket.create' })
  expect(plan).toMatchObject({ possible: false, findings: [{ code: 'aws.expired' }] })
})

it('the policy that is offered lets nothing be changed', () => {
  const scope = { bucket: 'b', prefix: 'p', report: 'r', partition: 'aws' } as const
  const { Statement } = JSON.parse(readOnlyPolicy(scope)) as {
    readonly Statement: { readonly Action: string[] | string }[]
  }
  for (const action of Statement.flatMap(({ Action }) => Action)) {
    expect(action).toMatch(/^[\w-]+:(?:Get|List|Describe)\w+$/)
  }
})
