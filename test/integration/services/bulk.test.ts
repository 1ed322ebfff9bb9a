import { expect, test } from 'vitest'
import { multiplyCase } from '../../support/many-cases.ts'
import { openedDesk, settledDesk } from '../../support/open-desk.ts'
import { practiceDesk } from '../../support/practice-desk.ts'

async function deskWithCases(count: number) {
  const desk = await practiceDesk()
  for (let i = 0; i < count; i++) {
    await desk.send('customer.add', { name: `Customer ${i}`, managementAccountId: `11112222333${i}`, orgIds: '' })
    await desk.send('case.open', { customer: `Customer ${i}` })
  }
  return desk
}
/** A workspace of so many cases. */
async function deskWithMany(count: number) {
  const desk = await settledDesk()
  await desk.send('customer.add', { name: 'Acme', managementAccountId: '111122223333', orgIds: '' })
  await desk.send('case.open', { customer: 'Acme' })
  await desk.close()
  await multiplyCase(desk.folder, count)
  return openedDesk(desk.folder)
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

test('a hold tells who is refused and why, holds the others, and one undo lets them go on', async () => {
  const desk = await deskWithCases(3)
  await desk.send('case.state', { case: 'C-2', to: 'hold', reason: 'Asked to wait' })
  const edit = { query: {}, set: { state: { to: 'hold' as const, reason: 'Holidays' } } }
  const preview = await desk.send('case.bulk-preview', edit)
  expect(preview).toMatchObject({ total: 3, looked: 3, changes: 2, refused: 1 })
  expect(preview.rows[0]).toMatchObject({ ref: 'C-1', before: 'Open · Ana', after: 'On hold · Ana' })
  expect(preview.refusals).toMatchObject([{ ref: 'C-2', customer: 'Customer 1' }])

  const done = await desk.send('case.bulk', edit)
  expect(done).toMatchObject({ total: 3, changed: 2, refused: 1, isCancelled: false })
  const states = async () => (await desk.send('case.list', { order: 'number' })).rows.map((row) => row.state)
  expect(await states()).toEqual(['on-hold', 'on-hold', 'on-hold'])
  await desk.send('undo.last', {})
  expect(await states()).toEqual(['open', 'on-hold', 'open'])

  const resumed = await desk.send('case.bulk', { query: {}, set: { state: { to: 'resume' } } })
  expect(resumed).toMatchObject({ changed: 1, refused: 2 })
})

test('very many are written in parts, which are taken back and made again as one', async () => {
  const again = await deskWithMany(1_201)
  const tagged = async () => (await again.send('case.list', { tag: 'spring', limit: 1 })).total
  const done = await again.send('case.bulk', { query: {}, set: { addTags: ['spring'] }, job: 'tagging' })
  expect(done).toMatchObject({ total: 1_201, changed: 1_201 })
  expect(await again.send('job.state', { job: 'tagging' })).toMatchObject({ state: 'done', done: 1_201, total: 1_201 })
  expect(await tagged()).toBe(1_201)
  expect(done.sequence).not.toBeNull()
  const { toUndo } = await again.send('undo.list', {})
  expect(toUndo.filter(({ sentence }) => sentence.startsWith('Changed tags'))).toHaveLength(1)
  const undone = await again.send('undo.change', { sequence: done.sequence ?? 0 })
  expect(undone.sentence).toContain('(1,201 cases)')
  expect(await tagged()).toBe(0)
  await again.send('undo.redo', {})
  expect(await tagged()).toBe(1_201)
})

test('where one of the parts was changed since, the others are taken back, and the rest goes on once that is out of the way', async () => {
  const desk = await deskWithMany(1_201)
  const tagged = async () => (await desk.send('case.list', { tag: 'spring', limit: 1 })).total
  const { sequence } = await desk.send('case.bulk', { query: {}, set: { addTags: ['spring'] } })
  await desk.send('case.describe', { case: 'C-700', tags: ['mine'] })
  const later = (await desk.send('undo.list', {})).toUndo[0]?.sequence ?? 0
  const refusal = await desk.refused('undo.change', { sequence: sequence ?? 0 })
  expect(refusal.code).toBe('undo.partly')
  expect(refusal.message).toMatch(/^1 of 3 parts of the change were taken back\. /)
  // The last part went back, C-700 is of the second, and the first waits for it.
  expect(await tagged()).toBe(999)

  await desk.send('undo.change', { sequence: later })
  await desk.send('undo.change', { sequence: sequence ?? 0 })
  expect(await tagged()).toBe(0)
})

test('more than a hundred cases are backed up before they are changed, once for a run of such changes; fewer are not', async () => {
  const desk = await deskWithMany(1_201)
  const before = async () =>
    (await desk.send('workspace.backups', {})).backups.filter(({ reason }) => reason === 'before-bulk')
  const hundred = Array.from({ length: 100 }, (_, n) => `C-${n + 1}`)
  await desk.send('case.bulk', { cases: hundred, set: { addTags: ['few'] } })
  expect(await before()).toEqual([])
  await desk.send('case.bulk', { cases: [...hundred, 'C-101'], set: { addTags: ['few'] } })
  // All but one of them are so already.
  expect(await before()).toEqual([])

  await desk.send('case.bulk', { query: {}, set: { addTags: ['spring'] } })
  const [backup, ...others] = await before()
  expect(others).toEqual([])
  expect(backup?.findings).toEqual([])
  // Another one right after is of the same run; once something else was done in between, it is not.
  await desk.send('case.bulk', { query: {}, set: { addTags: ['summer'] } })
  expect(await before()).toHaveLength(1)
  await desk.send('case.describe', { case: 'C-1', notes: 'Called.' })
  await desk.send('case.bulk', { query: {}, set: { addTags: ['autumn'] } })
  expect(await before()).toHaveLength(2)
})

test('only the named cases are touched, and one that is so already is left alone', async () => {
  const desk = await deskWithCases(2)
  await desk.send('case.describe', { case: 'C-1', tags: ['spring'] })
  const done = await desk.send('case.bulk', { cases: ['C-1'], set: { addTags: ['spring'] } })
  expect(done).toMatchObject({ total: 1, changed: 0, refused: 0, sequence: null })
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
