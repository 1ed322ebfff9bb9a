import { expect, test } from 'vitest'
import type { InputOf } from '../../../shared/contract/index.ts'
import { practiceDesk } from '../../support/practice-desk.ts'

async function deskWithCases() {
  const desk = await practiceDesk()
  for (const [i, name] of ['Aurora Bakeries', 'Möbel Krämer', 'Tide & Timber'].entries()) {
    await desk.send('customer.add', { name, managementAccountId: `11112222333${i}`, orgIds: '606100000000' })
    await desk.send('case.open', { customer: name })
  }
  return desk
}
const view = { filter: { owner: 'Ana' }, order: 'customer', reverse: false, layout: 'list' } as const

test('a view is kept with its count, renamed and removed, and each of it is taken back by one undo', async () => {
  const desk = await deskWithCases()
  const names = async () => (await desk.send('view.list', {})).views.map(({ name, total }) => [name, total])
  const kept = await desk.send('view.save', { name: ' Mine ', ...view })
  expect(await names()).toEqual([['Mine', 3]])
  await desk.send('case.bulk', { cases: ['C-1'], set: { owner: 'Ben' } })
  expect(await names()).toEqual([['Mine', 2]])

  const renamed = await desk.send('view.save', { view: kept.view, name: 'Ana’s', ...view })
  expect(await names()).toEqual([['Ana’s', 2]])
  const removed = await desk.send('view.remove', { view: kept.view })
  expect(await names()).toEqual([])
  await desk.send('undo.change', { sequence: removed.sequence ?? 0 })
  await desk.send('undo.change', { sequence: renamed.sequence ?? 0 })
  expect(await names()).toEqual([['Mine', 2]])
})

test('a name that is taken, empty or too long is refused on its field, and so is a view that is gone', async () => {
  const desk = await deskWithCases()
  await desk.send('view.save', { name: 'Mine', ...view })
  expect(await desk.refusal('view.save', { name: 'MINE', ...view })).toMatchObject({ code: 'view.name-taken' })
  const long = { name: 'x'.repeat(61), ...view }
  expect(await desk.refusal('view.save', long)).toMatchObject({ code: 'view.name-long', field: 'name' })
  expect(await desk.refusal('view.save', { name: ' ', ...view })).toMatchObject({ field: 'name' })
  expect(await desk.refusal('view.remove', { view: 'gone' })).toMatchObject({ code: 'view.unknown' })
})

test('the list is narrowed by tag, procedure, payer account, due time and time untouched', async () => {
  const desk = await deskWithCases()
  await desk.send('case.describe', { case: 'C-2', tags: ['pilot'] })
  const refs = async (filter: InputOf<'case.list'>) =>
    (await desk.send('case.list', { order: 'number', ...filter })).rows.map(({ ref }) => ref)
  expect(await refs({ tag: 'pilot' })).toEqual(['C-2'])
  expect((await desk.send('tag.list', {})).tags).toEqual(['pilot'])
  expect(await refs({ payer: '1111 2222 3332' })).toEqual(['C-3'])
  expect(await refs({ procedure: 'eco-connect' })).toEqual([])
  expect(await refs({ untouchedDays: 3 })).toEqual([])
  await desk.send('practice.advance', { hours: 80 })
  await desk.send('case.describe', { case: 'C-1', notes: 'Seen.' })
  expect(await refs({ untouchedDays: 3 })).toEqual(['C-2', 'C-3'])
  expect(await refs({ dueWithinHours: 24 })).toEqual([])
  expect(await refs({ reverse: true })).toEqual(['C-3', 'C-2', 'C-1'])
})

test('a search says in which field it found a case, and where', async () => {
  const desk = await deskWithCases()
  await desk.send('case.describe', { case: 'C-3', notes: 'Cara wants a call before the quota is raised' })
  const hits = async (text: string) => (await desk.send('case.list', { text })).rows.map((row) => row.hits)
  expect(await hits('kramer')).toEqual([[{ field: 'customer', text: 'Möbel Krämer', marks: [[6, 12]] }]])
  expect(await hits('3332')).toEqual([[{ field: 'account', text: '111122223332', marks: [[8, 12]] }]])
  expect(await hits('quota')).toMatchObject([[{ field: 'note', marks: [[29, 34]] }]])
  expect(await hits('tide C-3')).toMatchObject([[{ field: 'customer' }, { field: 'ref', marks: [[0, 3]] }]])
})
