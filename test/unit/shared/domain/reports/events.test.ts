import { expect, test } from 'vitest'
import { addMillis, HOUR } from '../../../../../shared/domain/instant.ts'
import { eventsOf } from '../../../../../shared/domain/reports/events.ts'
import type { CaseHistory } from '../../../../../shared/domain/reports/history.ts'
import { mspCurExtraction } from '../../../../../shared/procedures/msp-cur-extraction.ts'

const opened = '2026-11-01T09:00:00.000Z'
const after = (hours: number) => addMillis(opened, hours * HOUR)
const [report, link, extractor] = mspCurExtraction.phases

/** Every step of a phase, one an hour; the last at `end`. */
const settle = (phase: typeof report, end: number) =>
  (phase?.steps ?? []).map((step, n, all) => ({ stepId: step.id, at: after(end - (all.length - 1 - n)) }))

const history = (own: Partial<CaseHistory>): CaseHistory => ({
  procedureId: mspCurExtraction.id,
  procedureVersion: 1,
  state: 'open',
  phase: report?.id ?? null,
  openedAt: opened,
  closedAt: null,
  settled: [],
  attempts: [],
  ...own,
})

test('a phase begins where the one before ended, and the first when the case was opened', () => {
  const settled = [...settle(report, 30), ...settle(link, 130), ...settle(extractor, 140)]
  const { spans, finishedAt } = eventsOf(
    history({ state: 'done', phase: null, closedAt: after(140), settled }),
    mspCurExtraction,
  )
  expect(spans).toEqual([
    { phase: report?.id, beganAt: opened, endedAt: after(30) },
    { phase: link?.id, beganAt: after(30), endedAt: after(130) },
    { phase: extractor?.id, beganAt: after(130), endedAt: after(140) },
  ])
  expect(finishedAt).toBe(after(140))
})

test('a phase that the case is still in, or came back to, is not over', () => {
  const settled = [...settle(report, 30), ...settle(link, 130)]
  expect(eventsOf(history({ settled }), mspCurExtraction).spans).toEqual([])
  const inSecond = eventsOf(history({ settled, phase: link?.id ?? null }), mspCurExtraction)
  expect(inSecond.spans.map((s) => s.phase)).toEqual([report?.id])
})

test('a step of a later phase that was done early makes no phase end before it began', () => {
  const settled = [...settle(report, 30), ...settle(link, 20)]
  const { spans } = eventsOf(history({ settled, phase: extractor?.id ?? null }), mspCurExtraction)
  expect(spans.at(-1)).toEqual({ phase: link?.id, beganAt: after(30), endedAt: after(30) })
})

test('an attempt counts once Spot has judged it; withdrawn ones and those with Spot do not', () => {
  const attempt = { sentAt: after(10), answeredAt: null, closedAt: null, expectedMs: 72 * HOUR }
  const { judged, first } = eventsOf(
    history({
      attempts: [
        { ...attempt, attempt: 4, state: 'sent' },
        { ...attempt, attempt: 3, state: 'answered', answeredAt: after(60) },
        { ...attempt, attempt: 2, state: 'returned', closedAt: after(30) },
        { ...attempt, attempt: 1, state: 'withdrawn', closedAt: after(11) },
      ],
    }),
    mspCurExtraction,
  )
  expect(judged.map((j) => [j.isRight, j.ms / HOUR])).toEqual([
    [false, 20],
    [true, 50],
  ])
  expect(first).toMatchObject({ isRight: false, endedAt: after(30) })
})
