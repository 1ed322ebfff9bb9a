import { expect, test } from 'vitest'
import { practiceDesk } from '../../support/practice-desk.ts'

async function deskWithCases(count: number) {
  const desk = await practiceDesk()
  for (let i = 0; i < count; i++) {
    await desk.send('customer.add', { name: `Customer ${i}`, managementAccountId: `11112222333${i}`, orgIds: '' })
    await desk.send('case.open', { customer: `Customer ${i}` })
  }
  return desk
}
const tagsOf = async (desk: Awaited<ReturnType<typeof practiceDesk>>) =>
  (await desk.send('case.list', { order: 'number' })).rows.map((row) => row.tags)

test('an edit of a whole view is previewed, made at once, and taken back by one undo', async () => {
  const desk = await deskWithCases(3)
  const edit = { query: { states: ['open' as const] }, set: { addTags: ['spring'] } }
  const preview = await desk.send('case.bulk-preview', edit)
  expect(preview).toMatchObject({ total: 3, changes: 3 })
  expect(preview.rows[0]).toMatchObject({ ref: 'C-1', before: 'Ana', after: 'Ana #spring' })
  expect(await tagsOf(desk)).toEqual([[], [], []])

  const { changed, sequence } = await desk.send('case.bulk', edit)
  expect(changed).toBe(3)
  expect(await tagsOf(desk)).toEqual([['spring'], ['spring'], ['spring']])
  await desk.send('undo.change', { sequence: sequence ?? 0 })
  expect(await tagsOf(desk)).toEqual([[], [], []])
})

test('only the named cases are touched, and one that is so already is left alone', async () => {
  const desk = await deskWithCases(2)
  await desk.send('case.describe', { case: 'C-1', tags: ['spring'] })
  const done = await desk.send('case.bulk', { cases: ['C-1'], set: { addTags: ['spring'] } })
  expect(done).toEqual({ total: 1, changed: 0, sequence: null })
  expect(await tagsOf(desk)).toEqual([['spring'], []])
})

test('the list holds only what is due before the instant asked for', async () => {
  const desk = await deskWithCases(2)
  await desk.send('case.do', { case: 'C-1', action: 'bucket.create', confirmed: true })
  await desk.send('case.do', { case: 'C-1', action: 'report.create', confirmed: true })
  const due = (await desk.send('case.get', { case: 'C-1' })).waits[0]?.dueAt ?? ''
  const before = (instant: string) => desk.send('case.list', { dueBefore: instant })
  expect((await before('2100-01-01T00:00:00.000Z')).rows.map((row) => row.ref)).toEqual(['C-1'])
  expect((await before(due)).total).toBe(0)
})
