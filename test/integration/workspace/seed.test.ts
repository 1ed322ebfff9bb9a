import { expect, test } from 'vitest'
import { openStore } from '../../../electron/store/open-store.ts'
import type { SqliteStore } from '../../../electron/store/sqlite-store.ts'
import { seedWorkspace } from '../../../electron/workspace/seed.ts'
import { openedDesk } from '../../support/open-desk.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const CASES = 300
const now = '2026-11-21T12:00:00.000Z'

async function seeded(cases = CASES, at = now): Promise<string> {
  const folder = temporaryFolder()
  await seedWorkspace({ folder, cases, now: at, progress() {} })
  return folder
}

async function opened<T>(folder: string, work: (store: SqliteStore) => Promise<T>): Promise<T> {
  const store = await openStore({ folder, now: () => now })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

test('a synthetic workspace is whole: its schema, references, searches and activity', async () => {
  const { findings, cases, activity } = await opened(await seeded(), (store) => store.verify())
  // The crawler files of invented customers are names only.
  expect(findings.filter(({ code }) => code !== 'verify.attachment-missing')).toEqual([])
  expect([cases, activity]).toEqual([CASES, CASES * 10])
})

test('it is the same for the same number of cases and the same now, and another for another now', async () => {
  const all = { caseId: null, customerId: null, payerId: null, before: null, limit: 500 }
  const told = async (folder: string) =>
    opened(folder, async (store) => [
      await store.activity(all),
      await store.openWaits({ limit: 500, after: null }),
      await store.caseByNumber(7),
    ])
  const first = await told(await seeded())
  expect(await told(await seeded())).toEqual(first)
  expect(await told(await seeded(CASES, '2026-11-22T12:00:00.000Z'))).not.toEqual(first)
})

test('what is in it is found, changed and counted as what was typed in', async () => {
  const desk = await openedDesk(await seeded())
  const { rows, total } = await desk.send('case.list', { text: '200000000042' })
  expect([rows[0]?.ref, total]).toEqual(['C-42', 1])
  expect((await desk.send('case.list', { text: 'C-1' })).total).toBe(1)
  await desk.send('case.describe', { case: 'C-42', notes: 'seen by a heron' })
  expect((await desk.send('case.list', { text: 'heron' })).rows.map(({ ref }) => ref)).toContain('C-42')
  expect((await desk.send('customer.list', { limit: 1 })).total).toBe(CASES)
})

test('however much is overdue, Today shows what fell due lately, what ends soon and what ends later', async () => {
  const desk = await openedDesk(await seeded(2_000, new Date().toISOString()))
  const today = await desk.send('due.list', {})
  expect(today.overdue.length).toBeGreaterThan(0)
  expect(today.totals.overdue).toBeGreaterThan(today.overdue.length)
  for (const group of [today.ready, today.todo, today.soon, today.waiting]) expect(group.length).toBeGreaterThan(0)
})

test('its cases were worked on over days, so that reports on it read as those on a real one', async () => {
  const desk = await openedDesk(await seeded())
  const { sections } = await desk.send('report.overview', { procedure: 'msp-cur-extraction' })
  const rowsOf = (id: (typeof sections)[number]['id']) => sections.find((section) => section.id === id)?.rows ?? []
  for (const [, phase, , half] of rowsOf('phase-times')) expect(`${phase}: ${half}`).toMatch(/ (d|h)\b/)
  for (const [taken, attempts] of rowsOf('turnaround').filter(([title]) =>
    /time expected|than expected/.test(title ?? ''),
  ))
    expect(Number(attempts), taken).toBeGreaterThan(0)
  const months = rowsOf('first-time').map(([, judged, right]) => Number(judged) - Number(right))
  expect(Math.max(...months)).toBeGreaterThan(0)
})

test('a folder with a workspace in it is left as it is', async () => {
  const folder = await seeded(1)
  await expect(seedWorkspace({ folder, cases: 2, now, progress() {} })).rejects.toMatchObject({
    refusal: { code: 'workspace.not-empty' },
  })
  expect(await opened(folder, (store) => store.counts())).toEqual({ customers: 1, cases: 1 })
})
