import { expect, test } from 'vitest'
import { fromBase64 } from '../../../shared/contract/base64.ts'
import { type ServiceDesk, serviceDesk } from '../../support/service-desk.ts'

const of = { case: 'C-1' }

async function withCase(): Promise<ServiceDesk> {
  const desk = await serviceDesk()
  await desk.send('customer.add', { name: 'Acme', managementAccountId: '111122223333', orgIds: '606606606606' })
  await desk.send('case.open', { customer: 'Acme' })
  return desk
}

test('what can be taken back is listed with its reason where it cannot, and listing changes nothing', async () => {
  const desk = await withCase()
  await desk.send('case.describe', { ...of, notes: 'first' })
  await desk.send('case.describe', { ...of, notes: 'second' })
  const before = await desk.send('case.get', of)
  const { toUndo } = await desk.send('undo.list', {})
  expect(toUndo.map(({ ref, refusal }) => [ref, refusal?.code ?? null])).toEqual([
    ['C-1', null],
    ['C-1', 'undo.changed-since'],
    ['C-1', 'undo.changed-since'],
    [null, 'undo.in-use'],
  ])
  expect(toUndo[1]?.refusal?.remedy).toMatch(/\S/)
  expect(toUndo[0]?.atText).toMatch(/^\d+ \w+ \d{4}, /)
  expect(await desk.send('case.get', of)).toEqual(before)
})

test('changes of others are listed for whoever asks for everyone’s, and each can be taken back by anybody', async () => {
  const desk = await withCase()
  const { revision } = await desk.send('settings.get', {})
  const operators = ['Ana', 'Ben'].map((name) => ({ name, email: '' }))
  await desk.send('settings.set', { revision, set: { operators, operator: 'Ben' } })
  expect((await desk.send('undo.list', {})).toUndo.map(({ who }) => who)).toEqual(['Ben'])
  const { toUndo } = await desk.send('undo.list', { whose: 'everyone' })
  expect(new Set(toUndo.map(({ who }) => who))).toEqual(new Set(['Ana', 'Ben']))
  const opened = toUndo.find(({ sentence }) => sentence.startsWith('Opened the case'))
  await desk.send('undo.change', { sequence: opened?.sequence ?? 0 })
  expect((await desk.refusal('case.get', of)).code).toBe('case.unknown')
})

test('any entry of a change leads to it, with whether it can be taken back', async () => {
  const desk = await withCase()
  await desk.send('case.set', { ...of, facts: { prefix: 'mine', bucket: 'mine-bucket-1' } })
  const { rows } = await desk.send('activity.list', { ...of, limit: 2 })
  const [last, first] = rows
  const previews = [first, last].map((row) => desk.send('undo.preview', { sequence: row?.sequence ?? 0 }))
  const [one, other] = await Promise.all(previews)
  expect(one).toEqual(other)
  expect(one?.change).toMatchObject({ sequence: last?.sequence, refusal: null, isUndone: false })
  await desk.send('undo.change', { sequence: first?.sequence ?? 0 })
  expect((await desk.send('case.get', of)).payer.prefix).toBe('spotinst_eco')
  expect((await desk.send('undo.preview', { sequence: first?.sequence ?? 0 })).change?.isUndone).toBe(true)
  expect((await desk.send('undo.preview', { sequence: 999 })).change).toBeNull()
})

test('the activity is given as a table and as JSON, of one case or of the workspace, oldest first', async () => {
  const desk = await withCase()
  const text = (base64: string | null) => new TextDecoder().decode(fromBase64(base64 ?? '') ?? undefined)
  const csv = await desk.send('activity.export', { ...of, format: 'csv' })
  expect(csv).toMatchObject({ name: 'C-1-activity.csv', count: 1 })
  expect(text(csv.base64)).toContain('"case.opened",')
  expect(text(csv.base64)).toContain(',"C-1",')
  const json = await desk.send('activity.export', { format: 'json' })
  const { entries } = JSON.parse(text(json.base64))
  expect(entries.map((e: { sequence: number }) => e.sequence)).toEqual([1, 2, 3, 4])
  expect(entries[0]).toMatchObject({ what: 'workspace.initialised', who: 'Ana' })
})
