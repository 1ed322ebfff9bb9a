import { expect, test } from 'vitest'
import { practiceDesk } from '../../support/practice-desk.ts'

test('a customer’s cases stand side by side, with which waits for which', async () => {
  const desk = await practiceDesk()
  await desk.send('customer.add', { name: 'Acme', managementAccountId: '111122223333', orgIds: '606606606606' })
  const msp = await desk.send('case.open', { customer: 'Acme' })
  const eco = await desk.send('case.open', {
    customer: 'Acme',
    procedure: 'eco-connect',
    facts: { managedByMsp: 'yes' },
  })
  const page = await desk.send('customer.get', { customer: 'acme' })
  expect(page.customer.name).toBe('Acme')
  expect(page.cases.map((c) => [c.case.ref, c.procedure.document])).toEqual([
    [msp.ref, '004'],
    [eco.ref, '003'],
  ])
  expect(page.cases[0]?.after).toEqual([])
  expect(page.cases[1]?.after.map((a) => a.case)).toEqual([msp.ref])
  expect(page.cases[1]?.after[0]?.sentence).toMatch(/^“Contact Spot Support” is best done after “.*” in C-1\. /)

  await desk.send('case.state', { case: msp.id, to: 'abandon', reason: 'not needed' })
  const after = await desk.send('customer.get', { customer: '111122223333' })
  expect(after.cases[1]?.after).toEqual([])
  expect(after.cases[0]?.case.state).toBe('abandoned')
})

test('facts of the customer are entered once, and every case shows them', async () => {
  const desk = await practiceDesk()
  await desk.send('customer.add', { name: 'Acme', managementAccountId: '111122223333', orgIds: '' })
  const msp = await desk.send('case.open', { customer: 'Acme' })
  const eco = await desk.send('case.open', {
    customer: 'Acme',
    procedure: 'eco-connect',
    facts: { managedByMsp: 'no' },
  })
  await desk.send('case.set', { case: eco.id, facts: { orgIds: '606606606606' } })
  const seen = await desk.send('case.get', { case: msp.id })
  expect(seen.facts.find((f) => f.name === 'orgIds')?.value).toBe('606606606606')
})

test('an unknown customer is refused', async () => {
  const desk = await practiceDesk()
  expect(await desk.refusal('customer.get', { customer: 'Nobody' })).toMatchObject({ code: 'customer.unknown' })
})
