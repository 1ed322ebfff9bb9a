import { beforeEach, expect, test } from 'vitest'
import { deliver } from '../../support/msp-walk.ts'
import { type PracticeDesk, practiceDesk, stepOfView } from '../../support/practice-desk.ts'

const PAYER = '333300000000'

let desk: PracticeDesk

beforeEach(async () => {
  desk = await practiceDesk()
  await desk.send('payer.add', { accountId: PAYER, kind: 'shared' })
  for (const [name, managementAccountId] of [
    ['Acme', '111122223333'],
    ['Beta', '444455556666'],
  ] as const) {
    await desk.send('customer.add', { name, managementAccountId, orgIds: '606606606606', payer: PAYER })
  }
})

test('a change of a payer’s fact marks the checks made against the old value, in every case that it touches', async () => {
  const first = await desk.send('case.open', { customer: 'Acme' })
  await deliver(desk, first.id)
  const second = await desk.send('case.open', { customer: 'Beta' })
  const payer = await desk.send('payer.get', { payer: PAYER })
  await desk.send('payer.set', {
    payer: payer.id,
    revision: payer.revision,
    set: { reportName: 'another-report' },
    confirmed: true,
  })
  for (const { id } of [first, second]) {
    const view = await desk.send('case.get', { case: id })
    const delivered = stepOfView(view, 'report.delivered').checks.find((c) => c.id === 'report.delivered')
    expect(delivered).toMatchObject({ outcome: 'unknown' })
    expect(delivered?.findings[0]).toMatchObject({ code: 'check.outdated', level: 'warning' })
    expect(delivered?.findings[0]?.message).toContain('before Report name changed')
    // What the name has nothing to do with stands.
    const bucket = view.steps.flatMap((s) => s.checks).find((c) => c.id === 'bucket.ready')
    expect(bucket?.outcome ?? 'pass').toBe('pass')
  }
})

test('a fact changed from a case marks that case’s own checks, and the next look takes their place', async () => {
  const first = await desk.send('case.open', { customer: 'Acme' })
  await deliver(desk, first.id)
  const set = await desk.send('case.set', { case: first.id, facts: { prefix: '' }, confirmed: true })
  expect(set.noticed.map((f) => [f.code, f.field])).toEqual([['prefix.blank', 'prefix']])
  const check = (view: typeof set) =>
    stepOfView(view, 'report.delivered').checks.find((c) => c.id === 'report.delivered')
  expect(check(set)?.findings[0]?.code).toBe('check.outdated')
  const looked = await desk.send('case.check', { case: first.id })
  const again = looked.steps.flatMap((s) => s.checks).find((c) => c.id === 'report.delivered')
  expect(again?.findings.map((f) => f.code)).not.toContain('check.outdated')
})
