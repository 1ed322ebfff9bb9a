import { expect, it } from 'vitest'
import { openCases } from '../../../electron/services/open-cases.ts'
import { oneCase, put } from '../../contract/case-store/support.ts'
import { makeCase } from '../../support/records.ts'
import { openWorkspaceStore } from '../../support/sqlite-workspace.ts'

it('all open cases are gone through once, and others have their turn after a hundred of them at most', async () => {
  const store = await openWorkspaceStore()
  const more = Array.from({ length: 249 }, (_, n) => makeCase({ id: `case-${n + 2}`, number: n + 2 }))
  await put(store, [...oneCase, ...more.map((record) => ({ kind: 'case' as const, record }))])
  await put(store, [{ kind: 'case', record: makeCase({ id: 'done', number: 900, state: 'done' }) }])
  const seen: number[] = []
  const between: number[] = []
  let sinceTurn = 0
  const turn = async () => {
    between.push(sinceTurn)
    sinceTurn = 0
  }
  for await (const { record } of openCases({ store, turn })) {
    seen.push(record.number)
    sinceTurn += 1
  }
  expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 250 }, (_, n) => n + 1))
  expect(Math.max(...between, sinceTurn)).toBeLessThanOrEqual(100)
})
