import { expect, test } from 'vitest'
import { practiceDesk, stepOfView } from '../../support/practice-desk.ts'

test('reopening says first what it takes along, does just that, and can be taken back whole', async () => {
  const desk = await practiceDesk()
  await desk.send('customer.add', { name: 'Acme', managementAccountId: '111122223333', orgIds: '606606606606' })
  const { id } = await desk.send('case.open', { customer: 'Acme' })
  await desk.send('case.do', { case: id, action: 'bucket.create', confirmed: true })
  const before = await desk.send('case.do', { case: id, action: 'report.create', confirmed: true })
  const [wait] = before.waits
  expect(wait?.state).toBe('waiting')

  const preview = await desk.send('case.reopen-preview', { case: id, step: 'report.bucket' })
  expect(preview.steps.map((s) => s.id)).toEqual(['report.bucket', 'report.delivery-options', 'report.create'])
  expect(preview.ended).toEqual(['AWS delivers the report'])
  expect((await desk.send('case.get', { case: id })).revision).toBe(before.revision)

  const reopened = await desk.send('case.step', {
    case: id,
    step: 'report.bucket',
    to: 'reopen',
    reason: 'wrong bucket',
  })
  expect(reopened.steps.filter((s) => s.record?.state === 'reopened').map((s) => s.id)).toEqual(
    preview.steps.map((s) => s.id),
  )
  expect(reopened.waits[0]?.state).toBe('cancelled')

  await desk.send('undo.last', {})
  const after = await desk.send('case.get', { case: id })
  for (const { id: step } of preview.steps) {
    expect(stepOfView(after, step).record).toEqual(stepOfView(before, step).record)
  }
  expect(after.waits[0]).toMatchObject({ state: 'waiting', anchorAt: wait?.anchorAt })
})
