import { expect, it } from 'vitest'
import type { HistoryQuery } from '../../../electron/services/report-port.ts'
import { addMillis, HOUR } from '../../../shared/domain/instant.ts'
import type { Put } from '../../../shared/domain/records/change-set.ts'
import { makeAnsweredSubmission, makeCase, makeStep, makeWait } from '../../support/records.ts'
import { type MakeStore, oneCase, put } from './support.ts'

const now = '2026-11-21T09:00:00.000Z'
const hoursAgo = (hours: number) => addMillis(now, -hours * HOUR)
const all: HistoryQuery = { from: null, procedureId: null, owner: null, limit: 100, after: null }

export function reportConformance(makeStore: MakeStore): void {
  it('count the cases that are not over by procedure, phase, state and owner', async () => {
    const store = await makeStore()
    const cases = [
      makeCase({ id: 'b', number: 2 }),
      makeCase({ id: 'c', number: 3, state: 'on-hold' }),
      makeCase({ id: 'd', number: 4, state: 'done', summary: { phase: null } }),
      makeCase({ id: 'e', number: 5, owner: 'Ben', summary: { phase: 'link' } }),
    ]
    await put(store, [...oneCase, ...cases.map((record): Put => ({ kind: 'case', record }))])
    const standing = await store.reports.standing()
    const line = (phase: string, state: string, owner: string, count: number) => ({
      procedureId: 'msp-cur-extraction',
      ...{ phase, state, owner, count },
    })
    expect(standing).toHaveLength(3)
    expect(standing).toEqual(
      expect.arrayContaining([
        line('report', 'open', 'Ana', 2),
        line('report', 'on-hold', 'Ana', 1),
        line('link', 'open', 'Ben', 1),
      ]),
    )
  })

  it('count the waits past due and grace, with the one that was overdue first', async () => {
    const store = await makeStore()
    const wait = (id: string, age: number, own = {}): Put => ({
      kind: 'wait',
      record: makeWait({ id, anchorAt: hoursAgo(age), recordedAt: hoursAgo(age), graceHours: 6, ...own }),
    })
    await put(store, [
      ...oneCase,
      wait('just', 30),
      wait('long', 100, { graceHours: 12 }),
      wait('not-yet', 29),
      wait('met', 100, { metAt: now }),
      wait('other', 200, { definition: 'spot-link' }),
    ])
    const overdue = await store.reports.overdue(now)
    const of = (definition: string) => overdue.filter((o) => o.definition === definition)
    expect(of('report-delivery').reduce((sum, o) => sum + o.count, 0)).toBe(2)
    expect(
      of('report-delivery')
        .map((o) => o.since)
        .toSorted(),
    ).toEqual([hoursAgo(64), now])
    expect(of('spot-link')).toMatchObject([{ procedureId: 'msp-cur-extraction', owner: 'Ana', count: 1 }])
  })

  it('tell what happened in a case: what was settled, and each attempt with the time that was expected for it', async () => {
    const store = await makeStore()
    const submission = makeAnsweredSubmission()
    const sentAt = submission.sent?.at ?? now
    await put(store, [
      ...oneCase,
      { kind: 'step', record: makeStep({ stepId: 'report.create', at: hoursAgo(9) }) },
      { kind: 'step', record: makeStep({ stepId: 'report.bucket', state: 'not-applicable', at: hoursAgo(8) }) },
      { kind: 'step', record: makeStep({ stepId: 'report.content', state: 'blocked', at: hoursAgo(7) }) },
      { kind: 'submission', record: submission },
      {
        kind: 'wait',
        record: makeWait({ anchorAt: sentAt, submissionId: submission.id, expectedHours: 72, pausedMillis: HOUR }),
      },
    ])
    const { rows } = await store.reports.histories(all)
    expect(rows).toHaveLength(1)
    expect(rows[0]?.settled.toSorted((a, b) => a.at.localeCompare(b.at))).toEqual([
      { stepId: 'report.create', at: hoursAgo(9) },
      { stepId: 'report.bucket', at: hoursAgo(8) },
    ])
    expect(rows[0]?.attempts).toEqual([
      {
        attempt: 1,
        state: 'answered',
        sentAt,
        answeredAt: submission.answered?.at,
        closedAt: submission.closed?.at ?? null,
        expectedMs: 73 * HOUR,
      },
    ])
  })

  it('come by the page, each case once, from the instant that is asked for', async () => {
    const store = await makeStore()
    const cases = Array.from({ length: 9 }, (_, n) =>
      makeCase({ id: `case-${n + 2}`, number: n + 2, updatedAt: hoursAgo(n), owner: n % 2 === 0 ? 'Ana' : 'Ben' }),
    )
    await put(store, [...oneCase, ...cases.map((record): Put => ({ kind: 'case', record }))])
    const count = async (own: Partial<HistoryQuery>) => {
      let [found, pages, after] = [0, 0, null as string | null]
      do {
        const page = await store.reports.histories({ ...all, ...own, limit: 4, after })
        found += page.rows.length
        pages += 1
        after = page.after
      } while (after !== null)
      return { found, pages }
    }
    expect(await count({})).toEqual({ found: 10, pages: 3 })
    expect(await count({ from: hoursAgo(3) })).toEqual({ found: 4, pages: 2 })
    expect((await count({ owner: 'Ben' })).found).toBe(4)
    expect((await count({ procedureId: 'eco-connect' })).found).toBe(0)
  })
}
