import { describe, expect, it } from 'vitest'
import type { AwsGateway } from '../../../electron/services/aws-gateway.ts'
import { type AwsApp, act, awsApp, checkOf, reported, withFile } from '../../support/aws-app.ts'
import { HOUR, MINUTE } from '../../support/practice.ts'

/** A gateway that counts how often it is asked who the caller is: once in every look at a case. */
function counting() {
  let looks = 0
  return {
    looks: () => looks,
    between: (gateway: AwsGateway): AwsGateway => ({
      ...gateway,
      session: (target) => {
        const session = gateway.session(target)
        return {
          ...session,
          identity() {
            looks += 1
            return session.identity()
          },
        }
      },
    }),
  }
}

const view = (app: AwsApp) => app.send('case.get', { case: app.caseId })
const news = async (app: AwsApp) => (await app.send('watch.state', {})).news.map(({ text }) => text)

describe('while the app runs', () => {
  it('a report that is delivered early ends its wait, is told, and is looked at no more', async () => {
    const { between, looks } = counting()
    const app = await awsApp({ watch: true, between })
    await act(app, 'bucket.create')
    await act(app, 'report.create')
    app.aws.clock.advance(HOUR)
    await app.timer.tick()
    expect((await view(app)).waits.map(({ metAt }) => metAt)).toEqual([null])
    expect(await news(app)).toEqual([])

    app.aws.clock.advance(24 * HOUR)
    await app.timer.tick()
    const c = await view(app)
    expect(c.waits.map(({ state }) => state)).toEqual(['met'])
    expect(checkOf(c, 'report.delivered').outcome).toBe('pass')
    expect(await news(app)).toEqual(['AWS has delivered the report.'])
    expect(app.events).toContainEqual(expect.objectContaining({ topic: 'checks', ids: [app.caseId] }))

    const before = looks()
    app.aws.clock.advance(48 * HOUR)
    await app.timer.tick()
    expect(looks()).toBe(before)
  })

  it('a stack in the making is looked at until it is made', async () => {
    const app = await awsApp({ watch: true })
    await withFile(app)
    await act(app, 'crawler-stack.create')
    app.aws.clock.advance(10 * MINUTE)
    await app.timer.tick()
    expect(await news(app)).toEqual(['The crawler stack is complete.'])
    expect(checkOf(await view(app), 'crawler-stack.status').outcome).toBe('pass')
  })

  it('a stack that fails is told with its cause', async () => {
    const app = await awsApp({ watch: true, scenario: 'concurrency-quota' })
    await withFile(app)
    await act(app, 'crawler-stack.create')
    app.aws.clock.advance(10 * MINUTE)
    await app.timer.tick()
    expect(await news(app)).toEqual([expect.stringContaining('reserves Lambda concurrency')])
  })

  it('news outlive a restart, and are on the record of the case', async () => {
    const app = await awsApp({ watch: true })
    await reported(app)
    await app.timer.tick()
    const before = (await app.send('watch.state', {})).news
    expect(before).toEqual([
      expect.objectContaining({ ref: 'C-1', customer: 'Acme', good: true, step: 'report.delivered' }),
    ])
    expect((await app.restarted()['watch.state']({})).news).toEqual(before)
    const { rows } = await app.send('activity.list', { case: app.caseId })
    expect(rows.map(({ sentence }) => sentence)).toContain('Noticed: AWS has delivered the report.')
  })

  it('a failed delivery is told with its cause', async () => {
    const app = await awsApp({ watch: true, scenario: 'error-permissions' })
    await reported(app)
    await app.timer.tick()
    expect(await news(app)).toEqual([expect.stringContaining('ERROR_PERMISSIONS')])
  })

  it('nothing that has not changed is written down', async () => {
    const app = await awsApp({ watch: true })
    await act(app, 'bucket.create')
    await act(app, 'report.create')
    app.aws.clock.advance(HOUR)
    await app.timer.tick()
    const { revision } = await view(app)
    const looked = async () => (await app.send('activity.list', { case: app.caseId, limit: 500 })).rows.length
    const rows = await looked()
    app.aws.clock.advance(2 * HOUR)
    await app.timer.tick()
    expect([(await view(app)).revision, await looked()]).toEqual([revision, rows])
  })
})

describe('the rate', () => {
  it('grows to an hour while nothing changes, whatever the timer does', async () => {
    const { between, looks } = counting()
    const app = await awsApp({ watch: true, between })
    await act(app, 'bucket.create')
    await act(app, 'report.create')
    const before = looks()
    for (let minute = 0; minute < 20 * 60; minute += 1) {
      app.aws.clock.advance(MINUTE)
      await app.timer.tick()
    }
    // In 20 hours: a handful on the way to one look an hour, then one an hour.
    expect(looks() - before).toBeGreaterThan(18)
    expect(looks() - before).toBeLessThan(27)
  })

  it('is told by account, with when it is looked at next', async () => {
    const app = await awsApp({ watch: true })
    await act(app, 'bucket.create')
    await act(app, 'report.create')
    await app.timer.tick()
    const accounts = async () => (await app.send('watch.state', {})).accounts
    expect(await accounts()).toMatchObject([{ accountId: '111122223333', pace: 'steady' }])
    app.aws.setScenario('throttling-storm')
    app.aws.clock.advance(HOUR)
    await app.timer.tick()
    expect(await accounts()).toMatchObject([{ pace: 'backing-off' }])
  })

  it('falls back much further while AWS cannot be asked, and nothing that was seen is overwritten', async () => {
    const { between, looks } = counting()
    const app = await awsApp({ watch: true, between })
    await act(app, 'bucket.create')
    await act(app, 'report.create')
    const seen = checkOf(
      await app.send('case.check', { case: app.caseId, step: 'report.delivered' }),
      'report.delivered',
    )
    app.aws.setScenario('throttling-storm')
    const before = looks()
    for (let minute = 0; minute < 20 * 60; minute += 1) {
      app.aws.clock.advance(MINUTE)
      await app.timer.tick()
    }
    expect(looks() - before).toBeLessThan(12)
    expect(checkOf(await view(app), 'report.delivered')).toEqual(seen)
    expect(await news(app)).toEqual([])
  })

  it('leaves alone a payer that cannot be looked at, and begins once it can be', async () => {
    const { between, looks } = counting()
    const app = await awsApp({ watch: true, between })
    await reported(app)
    const before = looks()
    const moveTo = async (partition: 'aws' | 'aws-cn') => {
      const { id: payer, revision } = await app.send('payer.get', { payer: '111122223333' })
      await app.send('payer.set', { payer, revision, set: { partition } })
    }
    await moveTo('aws-cn')
    await app.timer.tick()
    expect([looks(), (await app.send('watch.state', {})).accounts]).toEqual([before, []])
    await moveTo('aws')
    await app.timer.tick()
    expect(looks()).toBeGreaterThan(before)
  })

  it('is spread by chance, so that machines do not look in the same moment', async () => {
    const app = await awsApp({ watch: true })
    expect(app.timer.planned).toEqual([67_500])
  })
})

describe('the operator', () => {
  it('can pause it, and let it go on', async () => {
    const { between, looks } = counting()
    const app = await awsApp({ watch: true, between })
    await reported(app)
    const before = looks()
    expect(await app.send('watch.pause', { paused: true })).toMatchObject({ state: 'paused' })
    await app.timer.tick()
    expect(looks()).toBe(before)
    expect(await app.send('watch.pause', { paused: false })).toMatchObject({ state: 'watching' })
    await app.timer.tick()
    expect(await news(app)).toEqual(['AWS has delivered the report.'])
  })

  it('is told that a profile reaches another account, before anything else', async () => {
    const app = await awsApp({ watch: true })
    await reported(app)
    app.aws.setScenario('wrong-account')
    await app.timer.tick()
    expect(await news(app)).toEqual([expect.stringContaining('this case expects 111122223333')])
    expect(checkOf(await view(app), 'report.delivered').outcome).not.toBe('pass')
  })
})

it('a host that does not watch plans nothing, and says so', async () => {
  const app = await awsApp()
  await reported(app)
  expect(app.timer.planned).toEqual([])
  expect(await app.send('watch.state', {})).toEqual({ state: 'off', lookedAt: null, news: [], accounts: [] })
  expect(await app.send('watch.pause', { paused: false })).toMatchObject({ state: 'off' })
})

it('closing calls off what was planned', async () => {
  const app = await awsApp({ watch: true })
  await app.close()
  expect(app.timer.planned).toEqual([])
})
