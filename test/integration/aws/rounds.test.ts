import { describe, expect, it } from 'vitest'
import type { AwsGateway } from '../../../electron/services/aws-gateway.ts'
import { type AwsApp, act, awsApp } from '../../support/aws-app.ts'

/** A gateway that holds every look until it is let through, and notes how many there were at once. */
function gated() {
  const held: (() => void)[] = []
  let [open, most, now] = [true, 0, 0]
  let onHeld = () => {}
  return {
    close: () => {
      open = false
    },
    /** Lets so many through and holds the others. */
    letThrough(count: number) {
      for (const go of held.splice(0, count)) go()
    },
    letAllThrough() {
      open = true
      for (const go of held.splice(0)) go()
    },
    mostAtOnce: () => most,
    /** Resolves once so many looks are held. */
    async holding(count: number): Promise<void> {
      while (held.length < count) {
        await new Promise<void>((resolve) => {
          onHeld = resolve
        })
      }
    },
    between: (gateway: AwsGateway): AwsGateway => ({
      ...gateway,
      session: (target) => {
        const session = gateway.session(target)
        return {
          ...session,
          async identity() {
            now += 1
            most = Math.max(most, now)
            if (!open) {
              await new Promise<void>((resolve) => {
                held.push(resolve)
                onHeld()
              })
            }
            const answer = await session.identity()
            now -= 1
            return answer
          },
        }
      },
    }),
  }
}

/** Customers beside the app's own, each with a payer of its own. */
async function customers(app: AwsApp, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    const managementAccountId = String(222_200_000_000 + i)
    await app.send('customer.add', { name: `Customer ${i}`, managementAccountId, orgIds: String(606_100_000_000 + i) })
    await app.send('case.open', { customer: managementAccountId })
  }
}

async function finished(app: AwsApp) {
  let round = await app.send('checks.run', {})
  while (round.state === 'running') round = await app.send('checks.progress', { after: round.checked })
  return round
}

describe('a round of checks', () => {
  it('goes through every open case and tells the worst of each with its cause', async () => {
    const app = await awsApp()
    await customers(app, 5)
    await act(app, 'bucket.create')
    const round = await finished(app)
    expect(round).toMatchObject({ state: 'done', total: 6, checked: 6 })
    expect(round.rows.find(({ ref }) => ref === 'C-1')).toMatchObject({
      outcome: 'fail',
      message: expect.stringContaining('There is no report'),
      remedy: expect.stringContaining('Create it'),
    })
    // Each was filed: the account of a new case is known from now on.
    const c = await app.send('case.get', { case: 'C-3' })
    expect(c.steps.find((s) => s.id === 'report.sign-in')?.status).toBe('done')
  })

  it('looks at four payers at once, and at the cases of one payer one by one', async () => {
    const gate = gated()
    const app = await awsApp({ between: gate.between })
    await customers(app, 9)
    await finished(app)
    expect(gate.mostAtOnce()).toBe(4)

    const alone = gated()
    const shared = await awsApp({ between: alone.between, payer: 'shared' })
    for (const i of [1, 2, 3]) {
      const managementAccountId = String(222_200_000_000 + i)
      const payer = '111122223333'
      await shared.send('customer.add', { name: `C ${i}`, managementAccountId, orgIds: `60610000000${i}`, payer })
      await shared.send('case.open', { customer: managementAccountId })
    }
    expect(await finished(shared)).toMatchObject({ checked: 4 })
    expect(alone.mostAtOnce()).toBe(1)
  })

  it('tells how far it is, and is ended early: what was being looked at is filed, nothing further is begun', async () => {
    const gate = gated()
    const app = await awsApp({ between: gate.between })
    await customers(app, 9)
    gate.close()
    expect(await app.send('checks.run', {})).toMatchObject({ state: 'running', total: 10, checked: 0 })
    await gate.holding(4)
    expect(await app.send('checks.cancel', {})).toMatchObject({ state: 'cancelling', checked: 0 })
    gate.letAllThrough()
    let round = await app.send('checks.progress', { after: 0 })
    while (round.state === 'cancelling') round = await app.send('checks.progress', { after: round.checked })
    expect(round).toMatchObject({ state: 'cancelled', checked: 4 })
    expect(round.rows).toHaveLength(4)
  })

  it('tells of its first change at once, and of those that follow together: after a while, and when it ends', async () => {
    const gate = gated()
    const app = await awsApp({ between: gate.between })
    await customers(app, 9)
    gate.close()
    await app.send('checks.run', {})
    await gate.holding(4)
    const before = app.events.length
    const told = () => app.events.slice(before)
    gate.letThrough(2)
    await app.send('checks.progress', { after: 1 })
    expect(told()).toMatchObject([{ topic: 'cases', ids: [expect.any(String)] }])
    await app.timer.tick()
    const topics = (from: number) =>
      told()
        .slice(from)
        .map(({ topic }) => topic)
        .toSorted()
    expect(topics(1)).toEqual(['cases', 'checks'])
    gate.letAllThrough()
    let round = await app.send('checks.progress', { after: 2 })
    while (round.state === 'running') round = await app.send('checks.progress', { after: round.checked })
    expect(round).toMatchObject({ state: 'done', checked: 10 })
    expect(topics(3)).toEqual(['cases', 'checks'])
    const ids = told().flatMap((event) => (event.topic === 'cases' ? event.ids : []))
    expect(ids.toSorted()).toEqual(round.rows.map(({ caseId }) => caseId).toSorted())
  })

  it('asked for twice at the same moment is one round', async () => {
    const gate = gated()
    const app = await awsApp({ between: gate.between })
    await customers(app, 5)
    gate.close()
    const [one, other] = await Promise.all([app.send('checks.run', {}), app.send('checks.run', { cases: ['C-1'] })])
    expect(other).toEqual(one)
    expect(one).toMatchObject({ total: 6 })
    gate.letAllThrough()
  })

  it('takes a case that is named twice once', async () => {
    const app = await awsApp()
    await customers(app, 1)
    expect(await app.send('checks.run', { cases: ['C-2', '1', 'C-1', 'C-2'] })).toMatchObject({ total: 2 })
  })

  it('is one at a time: asking again tells of the one that runs', async () => {
    const gate = gated()
    const app = await awsApp({ between: gate.between })
    await customers(app, 3)
    gate.close()
    const first = await app.send('checks.run', {})
    expect(await app.send('checks.run', { cases: ['C-1'] })).toMatchObject({ startedAt: first.startedAt, total: 4 })
    gate.letAllThrough()
  })

  it('is not stopped by a case that is refused', async () => {
    const app = await awsApp()
    await customers(app, 1)
    await app.send('payer.add', {
      accountId: '555566667777',
      kind: 'dedicated',
      partition: 'aws-cn',
      region: 'cn-north-1',
    })
    const china = { name: 'China', managementAccountId: '555566667777', orgIds: '606100000099', payer: '555566667777' }
    await app.send('customer.add', china)
    await app.send('case.open', { customer: '555566667777' })
    // Not among those that can be looked at; named, it is told why.
    expect(await finished(app)).toMatchObject({ total: 2 })
    await app.send('checks.run', { cases: ['C-3', 'C-1'] })
    const round = await app.send('checks.progress', { after: 1 })
    expect(round.rows.map(({ ref, outcome }) => [ref, outcome]).sort()).toEqual([
      ['C-1', expect.stringMatching(/fail|pass/)],
      ['C-3', 'refused'],
    ])
    const refused = await app.send('checks.progress', { outcome: 'refused' })
    expect(refused).toMatchObject({ state: 'done', total: 2, checked: 2 })
    expect(refused.rows.map(({ ref }) => ref)).toEqual(['C-3'])
  })

  it('ends with the app', async () => {
    const gate = gated()
    const app = await awsApp({ between: gate.between })
    await customers(app, 9)
    gate.close()
    await app.send('checks.run', {})
    await gate.holding(4)
    const closed = app.close()
    gate.letAllThrough()
    await closed
    expect(app.log.lines.filter(({ event }) => event === 'round.failed')).toEqual([])
  })
})
