import { expect, test } from 'vitest'
import { practiceDesk } from '../../support/practice-desk.ts'

const procedure = 'msp-cur-extraction'

test('the board has a column for each phase with its cases as they fall due and their number, and one for what is done', async () => {
  const desk = await practiceDesk()
  for (const n of [1, 2, 3]) {
    await desk.send('customer.add', { name: `Customer ${n}`, managementAccountId: `11112222333${n}`, orgIds: '' })
    await desk.send('case.open', { customer: `Customer ${n}` })
  }
  await desk.send('case.state', { case: 'C-2', to: 'hold', reason: 'Asked to wait' })
  const board = async (filter: object = {}) => {
    const { columns } = await desk.send('case.board', { procedure, limit: 2, ...filter })
    return columns.map(({ phase, total, rows }) => [phase, total, rows.map((row) => row.ref)])
  }
  const empty = (phases: readonly (string | null)[]) => phases.map((phase) => [phase, 0, []])
  expect(await board()).toEqual([['report', 3, ['C-1', 'C-2']], ...empty(['athena', 'extractor', null])])
  expect((await board({ states: ['open'] }))[0]).toEqual(['report', 2, ['C-1', 'C-3']])
  expect((await board({ text: 'Customer 3' }))[0]).toEqual(['report', 1, ['C-3']])
  expect(new Set((await board({ procedure: 'eco-connect' })).map(([, total]) => total))).toEqual(new Set([0]))
  const list = await desk.send('case.list', { procedure, phase: 'report', order: 'due', reverse: true })
  expect(list.rows.map((row) => row.ref)).toEqual(['C-3', 'C-2', 'C-1'])
})
