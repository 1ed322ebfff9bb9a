import { expect, test } from 'vitest'
import { practiceDesk } from '../../support/practice-desk.ts'

test('a request is written, waited for, chased and answered like every other wait', async () => {
  const desk = await practiceDesk()
  await desk.send('customer.add', {
    name: 'Acme',
    managementAccountId: '111122223333',
    orgIds: '',
    contacts: [{ name: 'Kim', email: 'kim@acme.example', role: 'Finance' }],
  })
  const c = await desk.send('case.open', { customer: 'Acme' })
  const before = (await desk.send('request.list', { case: c.id })).requests.find((r) => r.id === 'org-ids')
  expect(before).toMatchObject({ wait: null, asked: 0, message: { to: 'kim@acme.example' } })

  const asked = await desk.send('request.create', { case: c.id, request: 'org-ids', via: 'e-mail' })
  expect(asked.waits).toMatchObject([{ definition: 'request.org-ids', state: 'waiting', waitsOn: 'customer' }])
  await desk.pass(73)
  const ready = await desk.send('due.list', {})
  expect(ready.ready.map((r) => r.todo)).toEqual(['See whether the customer has sent the Org ID'])
  await desk.pass(24)
  const overdue = await desk.send('due.list', {})
  expect(overdue.overdue.map((r) => r.todo)).toEqual(['Chase the customer: the customer sends the Org ID'])
  expect(overdue.overdue[0]?.wait?.advice).toBe('Ask again, by telephone if there is a number.')

  await desk.send('request.create', { case: c.id, request: 'org-ids', via: 'telephone' })
  const again = (await desk.send('request.list', { case: c.id })).requests.find((r) => r.id === 'org-ids')
  expect(again).toMatchObject({ asked: 2, wait: { state: 'waiting' } })

  // The Org ID itself ends the waiting.
  const known = await desk.send('case.set', { case: c.id, facts: { orgIds: '606606606606' } })
  expect(known.waits.filter((w) => w.state === 'waiting')).toEqual([])
  expect((await desk.send('due.list', {})).overdue).toEqual([])
  const { rows } = await desk.send('activity.list', { case: c.id })
  expect(rows.filter((r) => r.what === 'request.sent').map((r) => r.sentence)).toEqual([
    'Asked the customer by telephone: “Your Spot organization ID, for Acme”',
    'Asked the customer by e-mail: “Your Spot organization ID, for Acme”',
  ])
})

test('is answered, or given up with a reason, by hand', async () => {
  const desk = await practiceDesk()
  await desk.send('customer.add', { name: 'Acme', managementAccountId: '111122223333', orgIds: '606606606606' })
  const c = await desk.send('case.open', { customer: 'Acme' })
  expect(await desk.refusal('request.done', { case: c.id, request: 'access' })).toMatchObject({
    code: 'request.not-open',
  })
  await desk.send('request.create', { case: c.id, request: 'access' })
  const done = await desk.send('request.done', { case: c.id, request: 'access', note: 'role billing-access' })
  expect(done.waits[0]?.state).toBe('met')
  await desk.send('request.create', { case: c.id, request: 'lambda-quota' })
  const given = await desk.send('request.cancel', { case: c.id, request: 'lambda-quota', reason: 'it is 1000 already' })
  expect(given.waits.find((w) => w.definition === 'request.lambda-quota')?.state).toBe('cancelled')
})
