import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMillis, HOUR, toMillis } from '../../../../../shared/domain/instant.ts'
import type { CaseEvents, Judged } from '../../../../../shared/domain/reports/events.ts'
import { overviewOf } from '../../../../../shared/domain/reports/overview.ts'

const now = '2026-11-21T09:00:00.000Z'
const hoursAgo = (hours: number) => addMillis(now, -hours * HOUR)
const hours = fc.integer({ min: 0, max: 5_000 })

const judgements: fc.Arbitrary<Judged> = fc
  .record({
    ended: hours,
    took: fc.integer({ min: 0, max: 300 }),
    isRight: fc.boolean(),
    expected: fc.option(fc.integer({ min: 0, max: 200 })),
  })
  .map(({ ended, took, isRight, expected }) => ({
    endedAt: hoursAgo(ended),
    ms: took * HOUR,
    isRight,
    expectedMs: expected === null ? null : expected * HOUR,
  }))

const events: fc.Arbitrary<CaseEvents> = fc
  .record({
    procedureId: fc.constantFrom('a', 'b'),
    spans: fc.array(fc.record({ phase: fc.constantFrom('one', 'two'), ended: hours, took: hours })),
    judged: fc.array(judgements, { maxLength: 4 }),
    opened: hours,
    finished: fc.option(hours),
  })
  .map(({ procedureId, spans, judged, opened, finished }) => ({
    procedureId,
    spans: spans.map(({ phase, ended, took }) => ({
      phase,
      beganAt: hoursAgo(ended + took),
      endedAt: hoursAgo(ended),
    })),
    judged,
    first: judged[0] ?? null,
    openedAt: hoursAgo(opened),
    finishedAt: finished === null ? null : hoursAgo(finished),
  }))

test('everything in the range is counted once, and nothing outside of it', () => {
  fc.assert(
    fc.property(fc.array(events), fc.option(hours), (cases, range) => {
      const from = range === null ? null : hoursAgo(range)
      const isIn = (at: string) => from === null || toMillis(at) >= toMillis(from)
      const { phases, turnaround, firstTime } = overviewOf(cases, from, now)
      const judged = cases.flatMap((c) => c.judged).filter((j) => isIn(j.endedAt))
      expect(turnaround.count).toBe(judged.length)
      expect(turnaround.bins.reduce((a, b) => a + b, 0)).toBe(judged.length)
      expect(turnaround.bins[0]).toBe(judged.filter((j) => j.ms <= 24 * HOUR).length)
      expect(turnaround.bins[5]).toBe(judged.filter((j) => j.ms > 120 * HOUR).length)
      expect(turnaround.late).toBe(judged.filter((j) => j.expectedMs !== null && j.ms > j.expectedMs).length)
      expect(turnaround.within + turnaround.late).toBe(judged.filter((j) => j.expectedMs !== null).length)
      const first = cases.flatMap((c) => c.judged.slice(0, 1)).filter((j) => isIn(j.endedAt))
      expect(firstTime.judged).toBe(first.length)
      expect(firstTime.right).toBe(first.filter((j) => j.isRight).length)
      expect(firstTime.months.reduce((sum, m) => sum + m.right, 0)).toBe(firstTime.right)
      for (const procedureId of ['a', 'b']) {
        for (const phase of ['one', 'two']) {
          const spans = cases.filter((c) => c.procedureId === procedureId).flatMap((c) => c.spans)
          const of = spans.filter((span) => span.phase === phase && isIn(span.endedAt))
          const found = phases.find((p) => p.procedureId === procedureId && p.phase === phase)
          expect(found?.count ?? 0).toBe(of.length)
          const lengths = of.map((span) => toMillis(span.endedAt) - toMillis(span.beganAt)).toSorted((a, b) => a - b)
          if (found) expect(found.p50).toBe(lengths[Math.ceil(lengths.length / 2) - 1])
        }
      }
    }),
  )
})

test('how long is left is not said of a phase that fewer than ten done cases went through', () => {
  const one: CaseEvents = {
    procedureId: 'a',
    spans: [{ phase: 'one', beganAt: hoursAgo(100), endedAt: hoursAgo(50) }],
    judged: [],
    first: null,
    openedAt: hoursAgo(100),
    finishedAt: hoursAgo(10),
  }
  const of = (n: number) =>
    overviewOf(
      Array.from({ length: n }, () => one),
      null,
      now,
    ).remaining
  expect(of(9)).toEqual([{ procedureId: 'a', phase: 'one', count: 9, p50: null, p90: null }])
  expect(of(10)).toEqual([{ procedureId: 'a', phase: 'one', count: 10, p50: 90 * HOUR, p90: 90 * HOUR }])
})
