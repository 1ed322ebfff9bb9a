import { expect, test } from 'vitest'
import { practiceDesk } from '../../support/practice-desk.ts'

async function deskWithReport() {
  const desk = await practiceDesk()
  await desk.send('customer.add', { name: 'Acme', managementAccountId: '111122223333', orgIds: '606606606606' })
  const { id } = await desk.send('case.open', { customer: 'Acme' })
  return { desk, id }
}

test('a step without values or evidence is ticked from Today, and leads to its page', async () => {
  const { desk, id } = await deskWithReport()
  const [row] = (await desk.send('due.list', {})).todo
  expect(row).toMatchObject({ step: 'report.sign-in', offers: ['check', 'mark'] })
  await desk.send('case.step', { case: id, step: row?.step ?? '', to: 'done' })
  const [next] = (await desk.send('due.list', {})).todo
  expect(next?.step).not.toBe('report.sign-in')
  expect(next?.offers).not.toContain('mark')
})

test('a case that is due stands in Today once, at the step that ends the wait', async () => {
  const { desk, id } = await deskWithReport()
  await desk.send('case.do', { case: id, action: 'bucket.create', confirmed: true })
  await desk.send('case.do', { case: id, action: 'report.create', confirmed: true })
  await desk.pass(25)
  await desk.send('case.check', { case: id })
  await desk.send('case.do', { case: id, action: 'crawler-file.download', confirmed: true })
  await desk.send('case.step', { case: id, step: 'crawler-stack.name', to: 'done' })
  await desk.send('submission.export', { case: id, format: 'zip', out: desk.folder })
  await desk.send('submission.sent', { case: id, via: 'ticket 7' })
  const before = await desk.send('due.list', {})
  expect(before.todo.map((r) => r.step)).toEqual(['crawler-stack.create'])

  await desk.pass(72)
  const today = await desk.send('due.list', {})
  const due = [...today.overdue, ...today.ready]
  expect(due).toHaveLength(1)
  expect(due[0]).toMatchObject({ step: 'spot-link.received', offers: ['chase', 'snooze'] })
  expect(today.todo).toEqual([])
})

test('the step that ends a wait shows it, and the others do not', async () => {
  const { desk, id } = await deskWithReport()
  await desk.send('case.do', { case: id, action: 'bucket.create', confirmed: true })
  const view = await desk.send('case.do', { case: id, action: 'report.create', confirmed: true })
  expect(view.steps.flatMap((s) => (s.wait === null ? [] : [[s.id, s.wait.definition]]))).toEqual([
    ['report.delivered', 'report-delivery'],
  ])
})

test('who was asked stands apart until the time is over, and can be chased, put off or ticked as answered', async () => {
  const { desk, id } = await deskWithReport()
  await desk.send('request.create', { case: id, request: 'org-ids' })
  const { customer, totals } = await desk.send('due.list', {})
  expect(customer).toMatchObject([{ request: 'org-ids', todo: 'The customer sends the Org ID', offers: [] }])
  expect(totals).toMatchObject({ customer: 1, soon: 0, waiting: 0 })
  await desk.pass(72)
  const { ready } = await desk.send('due.list', {})
  expect(ready).toMatchObject([{ request: 'org-ids', offers: ['mark', 'chase', 'snooze'] }])
})

test('what was put off runs on until then, and says so', async () => {
  const { desk, id } = await deskWithReport()
  const asked = await desk.send('request.create', { case: id, request: 'access' })
  await desk.pass(100)
  const { now } = await desk.send('due.list', {})
  const until = new Date(Date.parse(now) + 2 * 3_600_000).toISOString()
  await desk.send('reminder.snooze', { case: id, wait: asked.waits[0]?.id ?? '', until })
  const putOff = await desk.send('due.list', {})
  expect(putOff.totals).toMatchObject({ overdue: 0, ready: 0, waiting: 1 })
  expect(putOff.waiting[0]?.why).toMatch(/^Put off until .*\. Asked for access /)
  await desk.pass(2)
  expect((await desk.send('due.list', {})).totals).toMatchObject({ overdue: 1, waiting: 0 })
})

test('a case that nobody touched for two weeks and in which nothing runs is asked about', async () => {
  const { desk } = await deskWithReport()
  await desk.pass(13 * 24)
  expect((await desk.send('due.list', {})).totals).toMatchObject({ todo: 1, untouched: 0 })
  await desk.pass(25)
  const { totals, untouched } = await desk.send('due.list', {})
  expect(totals).toMatchObject({ todo: 0, untouched: 1 })
  expect(untouched).toMatchObject([
    { step: 'report.sign-in', why: expect.stringContaining('Nothing has happened for 14 d') },
  ])
})

test('each group gives its first rows and counts all of them', async () => {
  const { desk } = await deskWithReport()
  for (const n of [1, 2, 3]) {
    const account = `11112222444${n}`
    await desk.send('customer.add', { name: `Customer ${n}`, managementAccountId: account, orgIds: '606606606606' })
    await desk.send('case.open', { customer: account })
  }
  const { todo, totals } = await desk.send('due.list', { limit: 2 })
  expect([todo.map((r) => r.case.ref), totals.todo]).toEqual([['C-1', 'C-2'], 4])
})
