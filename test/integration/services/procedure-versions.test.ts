import { expect, test } from 'vitest'
import { createRegistry, procedures } from '../../../shared/procedures/index.ts'
import { nextEco } from '../../support/next-eco.ts'
import { stepOfView } from '../../support/practice-desk.ts'
import { serviceDesk } from '../../support/service-desk.ts'

const both = createRegistry([...procedures, nextEco])

async function deskOfToday() {
  const desk = await serviceDesk()
  await desk.send('customer.add', { name: 'Acme', managementAccountId: '111122223333', orgIds: '606606606606' })
  const eco = await desk.send('case.open', {
    customer: 'Acme',
    procedure: 'eco-connect',
    facts: { managedByMsp: 'yes', roleArns: 'arn:aws:iam::111122223333:role/SpotRole' },
  })
  const { id } = eco
  for (const step of ['wizard.start', 'account.sign-in', 'template.open', 'stack.create']) {
    await desk.send('case.step', { case: id, step, to: 'done', evidence: `saw ${step}` })
  }
  return { desk, id }
}

test('a case is pinned to its version, which stays runnable, and the newer one is offered', async () => {
  const { desk, id } = await deskOfToday()
  const today = await desk.send('case.get', { case: id })
  expect(today.newerVersion).toBeNull()
  expect(await desk.send('case.migration', { case: id })).toMatchObject({ from: 1, to: 1, available: false })

  const next = await desk.reopen(both)
  const pinned = await next.send('case.get', { case: id })
  expect(pinned.procedure.version).toBe(1)
  expect(pinned.newerVersion).toBe(2)
  const done = await next.send('case.step', { case: id, step: 'role-arn.hand-over', to: 'done' })
  expect(stepOfView(done, 'role-arn.hand-over').status).toBe('done')
  expect((await next.send('procedure.list', {})).procedures.find((p) => p.id === 'eco-connect')?.version).toBe(2)
})

test('moving it shows what changes first, and keeps all that was recorded', async () => {
  const { desk, id } = await deskOfToday()
  const next = await desk.reopen(both)
  const plan = await next.send('case.migration', { case: id })
  expect(plan).toMatchObject({ from: 1, to: 2, available: true, kept: 3 })
  expect(plan.added.map((s) => s.id)).toEqual(['tags.set'])
  expect(plan.removed).toContainEqual({ id: 'stack.create', title: 'Create the stack', state: 'done' })
  expect((await next.send('case.get', { case: id })).procedure.version).toBe(1)

  const moved = await next.send('case.migrate', { case: id, to: 2 })
  expect(moved.procedure.version).toBe(2)
  expect(moved.newerVersion).toBeNull()
  expect(moved.formerSteps).toMatchObject([
    { id: 'stack.create', state: 'done', by: 'Ana', evidence: 'saw stack.create' },
  ])
  expect(stepOfView(moved, 'template.review').record?.evidence?.text).toBe('saw template.open')
  expect(moved.nextStepId).toBe('tags.set')
  const { rows } = await next.send('activity.list', { case: id })
  expect(rows[0]?.sentence).toBe('Moved the case from version 1 of its procedure to version 2')
  expect(await next.refusal('case.migrate', { case: id, to: 1 })).toMatchObject({ code: 'migration.not-newer' })
  expect(await next.refusal('case.migrate', { case: id, to: 9 })).toMatchObject({ code: 'procedure.version-unknown' })
})

test('a version that the app does not know is said so, and nothing is changed', async () => {
  const { desk, id } = await deskOfToday()
  const next = await desk.reopen(both)
  await next.send('case.migrate', { case: id, to: 2 })
  const old = await next.reopen()
  expect(await old.refusal('case.get', { case: id })).toMatchObject({ code: 'procedure.version-unknown' })
})
