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
  expect(due[0]).toMatchObject({ step: 'spot-link.received', offers: ['chase'] })
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
