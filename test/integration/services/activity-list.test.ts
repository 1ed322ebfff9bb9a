import { expect, test } from 'vitest'
import { type ServiceDesk, serviceDesk } from '../../support/service-desk.ts'

const of = { case: 'C-1' }

async function withCase(): Promise<ServiceDesk> {
  const desk = await serviceDesk()
  await desk.send('customer.add', { name: 'Acme', managementAccountId: '111122223333', orgIds: '606606606606' })
  await desk.send('case.open', { customer: 'Acme' })
  await desk.send('case.step', { ...of, step: 'report.sign-in', to: 'done', evidence: 'the heron was there' })
  const { revision } = await desk.send('settings.get', {})
  const operators = ['Ana', 'Ben'].map((name) => ({ name, email: '' }))
  await desk.send('settings.set', { revision, set: { operators, operator: 'Ben' } })
  await desk.send('case.describe', { ...of, notes: 'Call Cara.' })
  return desk
}

test('the record of a case is asked by kind, by person, since an instant and by words, and says who is on it', async () => {
  const desk = await withCase()
  const ask = async (more: object) =>
    (await desk.send('activity.list', { ...of, ...more })).rows.map(({ what }) => what)
  const { rows, people } = await desk.send('activity.list', of)
  expect(people).toEqual(['Ana', 'Ben'])
  expect(await ask({ who: 'Ben' })).toEqual(['case.described'])
  expect(await ask({ kind: 'steps' })).toEqual(['step.done'])
  expect(await ask({ kind: 'submission' })).toEqual([])
  expect(await ask({ since: rows[0]?.at })).toEqual(['case.described'])
  expect(await ask({ text: 'HERON did' })).toEqual(['step.done'])
  expect(await ask({ text: 'heron', who: 'Ben' })).toEqual([])
  expect(await ask({ text: 'notes ben' })).toEqual(['case.described'])
  expect((await desk.send('activity.list', {})).people).toEqual([])
})

test('a text is looked for page after page, and in very many entries it goes on with the next question', async () => {
  const desk = await withCase()
  for (let n = 0; n < 30; n += 1) await desk.send('case.describe', { ...of, tags: [`tag-${n}`] })
  const first = await desk.send('activity.list', { ...of, text: 'changed tags', limit: 20 })
  expect(first.rows).toHaveLength(20)
  const next = await desk.send('activity.list', { ...of, text: 'changed tags', limit: 20, before: first.before })
  expect(next.rows).toHaveLength(10)
  expect(next.before).toBeNull()
  expect(new Set([...first.rows, ...next.rows].map(({ sequence }) => sequence)).size).toBe(30)
})
