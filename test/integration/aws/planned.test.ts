import { CreateBucketCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { describe, expect, it } from 'vitest'
import { createPracticeGateway } from '../../../electron/aws/gateway.ts'
import type { AwsGateway, AwsSession } from '../../../electron/services/aws-gateway.ts'
import { type AwsApp, act, awsApp, withLink, withStack } from '../../support/aws-app.ts'
import { bucketName, HOUR, MINUTE } from '../../support/practice.ts'

const plan = (app: AwsApp, action: string) => app.send('case.plan', { case: app.caseId, action })
const codes = (findings: readonly { readonly code: string }[]) => findings.map(({ code }) => code)

/** A gateway whose services would answer in two worlds, and that counts the calls that leave it all the same. */
function mixed() {
  const asked: string[] = []
  const between = (gateway: AwsGateway): AwsGateway => ({
    ...gateway,
    session: (target) =>
      new Proxy(gateway.session(target), {
        get(session, name: keyof AwsSession) {
          if (name === 'endpoints') {
            const detail = 'S3 at http://127.0.0.1:9; STS at AWS.'
            return async () => ({ ok: true, value: { overrides: [], mixed: detail }, requestId: null })
          }
          asked.push(name)
          return session[name]
        },
      }),
  })
  return { asked, between }
}

describe('services that would answer in different worlds', () => {
  it('stand against an action in its plan, before AWS is asked anything', async () => {
    const { asked, between } = mixed()
    const app = await awsApp({ between })
    const seen = await plan(app, 'bucket.create')
    expect(seen).toMatchObject({ possible: false, identity: null, endpoint: '' })
    expect(seen.findings[0]).toMatchObject({
      code: 'aws.mixed-endpoints',
      message: expect.stringContaining('S3 at http://127.0.0.1:9'),
    })
    expect(await app.refusal('case.do', { case: app.caseId, action: 'bucket.create', confirmed: true })).toMatchObject({
      code: 'aws.mixed-endpoints',
    })
    expect(asked).toEqual([])
  })

  it('are told with the identity', async () => {
    const app = await awsApp({ between: mixed().between })
    const { accountId } = (await app.send('case.get', { case: app.caseId })).payer
    expect(codes((await app.send('aws.identity', { payer: accountId })).findings)).toEqual(['aws.mixed-endpoints'])
  })
})

describe('the template of Spot’s link', () => {
  it('is shown with what it would make, when the link is judged and in the plan', async () => {
    const app = await awsApp()
    const link = await withLink(app, '222233334444')
    const resourceTypes = ['AWS::Events::Rule', 'AWS::IAM::Role', 'AWS::Lambda::Function', 'AWS::Lambda::Permission']
    const template = {
      resourceTypes,
      capabilities: ['CAPABILITY_IAM'],
      description: expect.stringContaining('practice'),
    }
    expect(await app.send('link.check', { url: link, case: app.caseId })).toMatchObject({ ok: true, template })
    expect(await app.send('link.check', { url: link })).toMatchObject({ ok: true, template: null })
    expect(await plan(app, 'extractor-stack.create')).toMatchObject({ possible: true, template })
  })

  it('that nobody knows is shown before the decision, and one that names its users is not run from here', async () => {
    const app = await awsApp()
    await withStack(app)
    await app.send('submission.export', { case: app.caseId, format: 'folder' })
    await app.send('submission.sent', { case: app.caseId })
    app.aws.clock.advance(72 * HOUR)
    const { link } = await app.send('practice.spot-answer', { case: app.caseId })
    const Bucket = 'somebodys-templates'
    await app.sdk.s3.send(new CreateBucketCommand({ Bucket }))
    const Resources = { Keys: { Type: 'AWS::IAM::User', Properties: { UserName: 'x' } } }
    const Parameters = { AccountList: { Type: 'String' }, CURBucketName: { Type: 'String' } }
    const Body = JSON.stringify({ Parameters, Resources })
    await app.sdk.s3.send(new PutObjectCommand({ Bucket, Key: 't.json', Body }))
    const other = link.replace(/templateURL=[^&]+/, `templateURL=https%3A%2F%2F${Bucket}.s3.amazonaws.com%2Ft.json`)
    const judged = await app.send('link.check', { url: other, case: app.caseId })
    const template = { resourceTypes: ['AWS::IAM::User'], capabilities: ['CAPABILITY_NAMED_IAM'] }
    expect(judged.template).toMatchObject(template)
    expect(codes(judged.findings)).toContain('spot-link.unknown-template-bucket')
    await app.send('submission.answered', { case: app.caseId, link: other, decision: 'Spot said so on the phone.' })
    await app.send('case.set', { case: app.caseId, facts: { accountList: '222233334444' } })
    await app.send('case.step', { case: app.caseId, step: 'extractor.account-list', to: 'done' })
    const seen = await plan(app, 'extractor-stack.create')
    expect(seen).toMatchObject({ possible: false, template })
    expect(codes(seen.findings)).toContain('plan.capability-beyond')
  })

  it('that cannot be seen is a warning, with the action that is missing', async () => {
    const app = await awsApp()
    const link = await withLink(app, '222233334444')
    app.aws.setScenario('access-denied', { denied: ['cloudformation:GetTemplateSummary'] })
    const judged = await app.send('link.check', { url: link, case: app.caseId })
    expect(judged).toMatchObject({ ok: true, template: null })
    const { findings, possible } = await plan(app, 'extractor-stack.create')
    expect(possible).toBe(true)
    expect(findings).toContainEqual(
      expect.objectContaining({
        level: 'warning',
        code: 'plan.template-unseen',
        message: expect.stringContaining('cloudformation:GetTemplateSummary'),
      }),
    )
  })
})

it('an extractor stack that was rolled back and deleted is really made again, with a token of its own', async () => {
  const app = await awsApp()
  await withLink(app, '222233334444')
  // Spot's code is gone for a while: the function cannot be made of it, and the stack rolls back.
  app.aws.setScenario('concurrency-quota')
  const steps = ['extractor-stack.create', 'extractor-stack.delete', 'extractor-stack.create'] as const
  app.aws.setScenario('access-denied', { denied: ['lambda:CreateFunction'] })
  await act(app, steps[0])
  app.aws.clock.advance(10 * MINUTE)
  const failed = await app.send('stack.progress', { case: app.caseId, stack: 'extractor' })
  expect(failed).toMatchObject({ status: 'ROLLBACK_COMPLETE', settled: true })
  app.aws.setScenario('happy-path')
  await act(app, steps[1])
  app.aws.clock.advance(10 * MINUTE)
  await act(app, steps[2])
  const making = await app.send('stack.progress', { case: app.caseId, stack: 'extractor' })
  expect(making).toMatchObject({ status: 'CREATE_IN_PROGRESS', settled: false })
  app.aws.clock.advance(10 * MINUTE)
  const made = await app.send('stack.progress', { case: app.caseId, stack: 'extractor' })
  expect(made).toMatchObject({ status: 'CREATE_COMPLETE', settled: true })
  expect(made.done).toBe(made.total)
  expect(made.events.at(0)).toMatchObject({ type: 'AWS::CloudFormation::Stack', status: 'CREATE_COMPLETE' })
  // Only the last operation: nothing of the stack that failed.
  expect(made.events.some(({ status }) => status.includes('FAILED'))).toBe(false)
})

describe('while an action runs', () => {
  it('it says move by move what it does, with the request IDs of AWS, and ends', async () => {
    const app = await awsApp()
    const lines: (readonly string[])[] = []
    let running = true
    const done = act(app, 'bucket.create').finally(() => {
      running = false
    })
    while (running) {
      const progress = await app.send('action.progress', { case: app.caseId, after: lines.at(-1)?.length ?? 0 })
      lines.push(progress.lines.map(({ text }) => text))
    }
    await done
    const progress = await app.send('action.progress', { case: app.caseId })
    const seen = progress.lines.map(({ text }) => text)
    // It was told on the way, not at the end only.
    expect(lines.some((some) => some.length > 0 && some.length < seen.length)).toBe(true)
    expect(seen).toEqual([
      'Asking AWS who “practice” is',
      'The caller is account 111122223333, as the case expects',
      'Looking at what is there',
      `Creating the bucket ${bucketName}`,
      `Setting the policy of ${bucketName}, so that AWS may deliver`,
      'Writing it into the record of the case',
      'Looking at AWS again, to see that it is so',
      'Finished',
    ])
    const ids = progress.lines.flatMap(({ requestId }) => requestId ?? [])
    expect(ids).toHaveLength(2)
    const { rows } = await app.send('activity.list', { case: app.caseId })
    expect(rows.find(({ what }) => what === 'action.done')?.sentence).toContain(ids.join(', '))
  })

  it('one that is refused says where it ended', async () => {
    const app = await awsApp({ scenario: 'wrong-account' })
    await app.refusal('case.do', { case: app.caseId, action: 'bucket.create', confirmed: true })
    const { lines, running } = await app.send('action.progress', { case: app.caseId })
    expect([running, lines.at(-1)?.text]).toEqual([false, 'It ended here'])
  })
})

describe('a step with a warning of AWS', () => {
  it('stays open until somebody decides, and the decision is on the record', async () => {
    const app = await awsApp({ scenario: 'bucket-notifies-others' })
    await act(app, 'bucket.create')
    const step = async () => {
      const { steps } = await app.send('case.get', { case: app.caseId })
      return steps.find(({ id }) => id === 'report.bucket')?.status
    }
    await app.send('case.step', { case: app.caseId, step: 'report.content', to: 'done' })
    expect(await step()).toBe('todo')
    await app.send('case.step', { case: app.caseId, step: 'report.bucket', to: 'done' })
    expect(await step()).toBe('done')
    const { rows } = await app.send('activity.list', { case: app.caseId })
    expect(rows.filter(({ what }) => what === 'advice.noted').map(({ sentence }) => sentence)).toEqual([
      expect.stringMatching(/^Went on knowing: The bucket already notifies: arn:aws:sqs/),
    ])
  })
})

describe('who a profile is', () => {
  it('is told with account, role and endpoint', async () => {
    const app = await awsApp()
    const { accountId } = (await app.send('case.get', { case: app.caseId })).payer
    expect(await app.send('aws.identity', { payer: accountId })).toMatchObject({
      verdict: 'right',
      expected: accountId,
      identity: { accountId, simulated: true },
      role: 'management',
      overrides: expect.arrayContaining([{ service: 'S3', address: app.aws.url }]),
      findings: [],
    })
  })

  it('another account is told first of all', async () => {
    const app = await awsApp({ scenario: 'wrong-account' })
    const { accountId } = (await app.send('case.get', { case: app.caseId })).payer
    const report = await app.send('aws.identity', { payer: accountId })
    expect(report.verdict).toBe('wrong')
    expect(codes(report.findings)).toEqual(['account.wrong'])
  })

  it('an expired session is not taken for a wrong one', async () => {
    const app = await awsApp({ scenario: 'expired-credentials' })
    const { accountId } = (await app.send('case.get', { case: app.caseId })).payer
    const report = await app.send('aws.identity', { payer: accountId })
    expect(report).toMatchObject({ verdict: 'unknown', identity: null })
    expect(codes(report.findings)).toEqual(['aws.expired-keys'])
  })
})

describe('all checks together', () => {
  it('come by verdict, the worst first, each with its step', async () => {
    const app = await awsApp({ scenario: 'concurrency-quota' })
    expect(await app.send('checks.list', {})).toEqual({ groups: [], lookable: true })
    await withStack(app)
    const { groups } = await app.send('checks.list', {})
    expect(groups.map(({ outcome }) => outcome)).toEqual(['fail', 'warn', 'pass'])
    const failed = groups[0]?.rows.find(({ id }) => id === 'crawler-stack.status')
    expect(failed).toMatchObject({
      ref: 'C-1',
      customer: 'Acme',
      accountId: '111122223333',
      step: 'crawler-stack.create',
      stepTitle: 'Create the crawler stack',
      identity: { accountId: '111122223333' },
      findings: expect.arrayContaining([expect.objectContaining({ code: 'stack.cause-concurrency' })]),
    })
    await app.send('case.state', { case: app.caseId, to: 'abandon', reason: 'The customer went away.' })
    expect((await app.send('checks.list', {})).groups).toEqual([])
  })
})

it('a gateway names the endpoints that somebody has set', async () => {
  const gateway = createPracticeGateway({ endpoint: 'http://127.0.0.1:1' })
  const target = { profile: null, region: 'us-east-1', partition: 'aws', accountId: '111122223333' } as const
  const world = await gateway.session(target).endpoints()
  expect(world).toMatchObject({ ok: true, value: { mixed: null } })
})
