import { expect, test } from 'vitest'
import { type PracticeDesk, practiceDesk } from '../../support/practice-desk.ts'

const of = { case: 'C-1' }

/** A practice case whose report has just been created. */
async function waiting(): Promise<PracticeDesk> {
  const desk = await practiceDesk()
  await desk.send('customer.add', { name: 'Acme', managementAccountId: '111122223333', orgIds: '606606606606' })
  await desk.send('case.open', { customer: 'Acme' })
  for (const action of ['bucket.create', 'report.create'])
    await desk.send('case.do', { ...of, action, confirmed: true })
  return desk
}

/** In which groups the case is listed. */
async function groups(desk: PracticeDesk, withinHours?: number): Promise<readonly string[]> {
  const {
    now: _now,
    totals: _totals,
    ...today
  } = await desk.send('due.list', withinHours === undefined ? {} : { withinHours })
  return Object.entries(today).flatMap(([name, rows]) => (rows.length > 0 ? [name] : []))
}

test('a wait moves through the day as its time comes: waiting, soon, ready, overdue', async () => {
  const desk = await waiting()
  expect(await groups(desk, 12)).toEqual(['waiting'])
  expect(await groups(desk, 24)).toEqual(['soon'])
  await desk.pass(24)
  expect(await groups(desk)).toEqual(['ready'])
  const { ready } = await desk.send('due.list', {})
  expect(ready).toMatchObject([{ case: { ref: 'C-1' }, wait: { definition: 'report-delivery' } }])
  expect(ready[0]?.todo).toMatch(/\S/)
  expect(ready[0]?.why).toContain('AWS may take up to 24 h')
  await desk.pass(6)
  expect(await groups(desk)).toEqual(['overdue'])
  await desk.send('case.check', of)
  expect(await groups(desk)).toEqual(['todo'])
})

test('a case on hold is not due, and is not forgotten either: it is due later by what it was held', async () => {
  const desk = await waiting()
  await desk.send('case.state', { ...of, to: 'hold', reason: 'holiday' })
  await desk.pass(48)
  expect(await groups(desk)).not.toContain('overdue')
  await desk.send('case.state', { ...of, to: 'resume' })
  expect(await groups(desk)).toEqual(['soon'])
})

test('nothing is due in a case that is over', async () => {
  const desk = await waiting()
  await desk.send('case.state', { ...of, to: 'abandon', reason: 'left' })
  await desk.pass(48)
  expect(await groups(desk)).toEqual([])
})
