import { describe, expect, it } from 'vitest'
import type { CheckView } from '../../../shared/contract/views.ts'
import { type AwsApp, act, awsApp, reported, withLink, withStack } from '../../support/aws-app.ts'
import { MINUTE } from '../../support/practice.ts'

async function lookAtAll(app: AwsApp): Promise<readonly CheckView[]> {
  const c = await app.send('case.check', { case: app.caseId })
  return c.steps.flatMap((s) => s.checks).filter(({ at }) => at === app.now())
}

/** The whole procedure; every check has something to look at. */
async function finished(app: AwsApp): Promise<void> {
  await withLink(app, '')
  await act(app, 'crawler.schedule')
  await act(app, 'extractor-stack.create')
  app.aws.clock.advance(10 * MINUTE)
  await app.send('case.check', { case: app.caseId })
}

const remedies = (checks: readonly CheckView[]) =>
  checks.flatMap(({ findings }) => findings.filter((f) => f.code === 'aws.no-access').map(({ remedy }) => remedy))

/** What has to have happened for a permission to be needed, beside the whole procedure. */
const STATES: Readonly<Record<string, (app: AwsApp) => Promise<void>>> = {
  'bcm-data-exports:ListExports': (app) => act(app, 'bucket.create').then(() => {}),
  'cloudformation:DescribeStackEvents': async (app) => {
    app.aws.setScenario('concurrency-quota')
    await withStack(app)
  },
}

/** Permissions whose want hides nothing, or nothing by itself. */
const SPARE: Readonly<Record<string, string>> = {
  'sts:GetCallerIdentity': 'AWS answers it whatever a policy says.',
  'bcm-data-exports:GetExport': 'An export whose destination is hidden is named all the same.',
  'cloudformation:ListStackResources': 'Only the count of resources in progress is missing then.',
  's3:GetBucketLocation': 'HeadBucket names the region on its way; see the pair below.',
  's3:ListBucket': 'The bucket’s other answers prove whose it is; see the pair below.',
}

describe('without a permission of the read-only policy', () => {
  it('every check that needs it says “no access” with that very action, and none fails for it', async () => {
    const app = await awsApp()
    await finished(app)
    const { policy } = await app.send('aws.read-policy', { payer: '1111 2222 3333' })
    const document = JSON.parse(policy) as { readonly Statement: readonly { readonly Action: string | string[] }[] }
    const actions = document.Statement.flatMap(({ Action }) => Action)
    expect(actions.length).toBeGreaterThan(12)
    for (const action of actions.filter((one) => !(one in SPARE) && !(one in STATES))) {
      app.aws.setScenario('access-denied', { denied: [action] })
      app.aws.clock.advance(MINUTE)
      const checks = await lookAtAll(app)
      expect([action, remedies(checks).some((remedy) => remedy.includes(action))]).toEqual([action, true])
      expect([action, checks.filter(({ outcome }) => outcome === 'fail').map(({ id }) => id)]).toEqual([action, []])
      expect(checks.some(({ outcome }) => outcome === 'no-access')).toBe(true)
    }
  })

  it.each(Object.keys(STATES))('%s, where only that state of things needs it, it is named too', async (action) => {
    const app = await awsApp()
    await STATES[action]?.(app)
    app.aws.setScenario('access-denied', { denied: [action] })
    app.aws.clock.advance(MINUTE)
    const step = action.startsWith('bcm') ? 'report.create' : 'crawler-stack.create'
    const c = await app.send('case.check', { case: app.caseId, step })
    expect(remedies(c.steps.flatMap((s) => s.checks)).join(' ')).toContain(action)
  })

  it('to list the bucket and to read its region, the region is not known, and the missing one is named', async () => {
    const app = await awsApp()
    await reported(app)
    app.aws.setScenario('access-denied', { denied: ['s3:ListBucket', 's3:GetBucketLocation'] })
    const c = await app.send('case.check', { case: app.caseId, step: 'report.bucket' })
    const bucket = c.steps.flatMap((s) => s.checks).find(({ id }) => id === 'bucket.ready')
    expect(bucket?.outcome).toBe('no-access')
    expect(remedies(bucket ? [bucket] : []).join(' ')).toContain('s3:GetBucketLocation')
  })

  it('to read and to list, a crawler file that may not be there is asked for with both', async () => {
    const app = await awsApp()
    await reported(app)
    app.aws.setScenario('access-denied', { denied: ['s3:ListBucket', 's3:GetObject'] })
    const c = await app.send('case.check', { case: app.caseId, step: 'crawler-file.attach' })
    const file = c.steps.flatMap((s) => s.checks).find(({ id }) => id === 'crawler-file.present')
    expect(remedies(file ? [file] : [])).toEqual([expect.stringContaining('s3:GetObject, s3:ListBucket')])
  })
})

describe('what kept a check from its answer', () => {
  it.each([
    ['throttling-storm', 'aws.throttled'],
    ['expired-credentials', 'aws.expired-keys'],
  ] as const)('%s is told as %s, never as something wrong', async (scenario, code) => {
    const app = await awsApp()
    await reported(app)
    app.aws.setScenario(scenario)
    app.aws.clock.advance(MINUTE)
    const checks = await lookAtAll(app)
    expect(checks.length).toBeGreaterThan(3)
    for (const { outcome, findings } of checks) {
      expect([outcome, findings.map((f) => f.code)]).toEqual(['unknown', [code]])
    }
  })

  it('answers that take too long are a time-out', async () => {
    const app = await awsApp({ patience: { answer: 150 } })
    await reported(app)
    app.aws.setScenario('slow-answers', { delayMs: 5_000 })
    app.aws.clock.advance(MINUTE)
    const [first] = await lookAtAll(app)
    expect(first).toMatchObject({ outcome: 'unknown', findings: [{ code: 'aws.timeout' }] })
  })

  it('nobody who answers is told as offline', async () => {
    const app = await awsApp()
    await reported(app)
    await app.aws.close()
    app.aws.clock.advance(MINUTE)
    const checks = await lookAtAll(app)
    expect(new Set(checks.flatMap(({ findings }) => findings.map((f) => f.code)))).toEqual(new Set(['aws.offline']))
  })
})

it('a payer that nobody knows has no policy', async () => {
  const app = await awsApp()
  expect(await app.refusal('aws.read-policy', { payer: '999999999999' })).toMatchObject({ code: 'payer.unknown' })
})
