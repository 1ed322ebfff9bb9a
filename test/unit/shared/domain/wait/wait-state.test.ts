import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMillis, HOUR, type Instant, toMillis } from '../../../../../shared/domain/instant.ts'
import type { Wait } from '../../../../../shared/domain/records/wait.ts'
import { dueInstants, isOpen, waitState } from '../../../../../shared/domain/wait/wait-state.ts'
import { makeWait } from '../../../../support/records.ts'

const ANCHOR = '2026-11-14T15:20:00.000Z'

/** A wait that began and was recorded at the same instant. */
function begun(anchorAt: Instant, own: Partial<Wait> = {}): Wait {
  return makeWait({ anchorAt, recordedAt: anchorAt, expectedHours: 24, graceHours: 6, ...own })
}

const hoursOn = (hours: number) => addMillis(ANCHOR, hours * HOUR)

const instants = fc
  .date({ min: new Date('2015-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z'), noInvalidDate: true })
  .map((d) => d.toISOString())
const hours = fc.integer({ min: 0, max: 400 })
const waits = fc
  .record({ anchorAt: instants, expectedHours: hours, graceHours: hours, pausedMillis: fc.nat(1_000 * HOUR) })
  .map(({ anchorAt, ...own }) => begun(anchorAt, own))

describe('a wait of 24 hours with 6 of grace', () => {
  test.each([
    [0, 'waiting', 24 * HOUR],
    [23.99, 'waiting', 0.01 * HOUR],
    [24, 'ready', 0],
    [29.99, 'ready', -5.99 * HOUR],
    [30, 'overdue', -6 * HOUR],
    [500, 'overdue', -476 * HOUR],
  ] as const)('after %s hours is %s', (passed, state, remaining) => {
    const is = waitState(begun(ANCHOR), hoursOn(passed))
    expect(is.state).toBe(state)
    expect(is.remainingMs).toBeCloseTo(remaining, 0)
  })

  test('counts from the instant of what happened, however late that was recorded', () => {
    const wait = begun(ANCHOR, { recordedAt: hoursOn(20) })
    expect(waitState(wait, hoursOn(21))).toMatchObject({ state: 'waiting', dueAt: hoursOn(24), remainingMs: 3 * HOUR })
  })

  test('met is met, and says by how much it was early or late', () => {
    expect(waitState(begun(ANCHOR, { metAt: hoursOn(20) }), hoursOn(100))).toMatchObject({
      state: 'met',
      earlyByMs: 4 * HOUR,
      remainingMs: null,
      progress: 1,
    })
    expect(waitState(begun(ANCHOR, { metAt: hoursOn(26) }), hoursOn(100)).earlyByMs).toBe(-2 * HOUR)
  })

  test('cancelled is over, whatever else had happened to it', () => {
    const cancelled = { at: hoursOn(2), reason: 'withdrawn' }
    const wait = begun(ANCHOR, { cancelled, paused: { at: hoursOn(1), reason: 'x' }, metAt: hoursOn(1) })
    expect(waitState(wait, hoursOn(50))).toMatchObject({ state: 'cancelled', remainingMs: null, earlyByMs: null })
    expect(isOpen(wait)).toBe(false)
  })

  test('of no hours at all is ready at once', () => {
    expect(waitState(begun(ANCHOR, { expectedHours: 0 }), ANCHOR)).toMatchObject({ state: 'ready', progress: 1 })
  })
})

describe('a paused wait', () => {
  const paused = { at: hoursOn(10), reason: 'on hold' }

  test('counts nothing, and its due time moves as long as it lasts', () => {
    const is = waitState(begun(ANCHOR, { paused }), hoursOn(17))
    expect(is).toMatchObject({ state: 'paused', dueAt: hoursOn(31), overdueAt: hoursOn(37), remainingMs: null })
  })

  test('shows the progress that it had when it was paused', () => {
    const wait = begun(ANCHOR, { paused })
    expect(waitState(wait, hoursOn(10)).progress).toBeCloseTo(10 / 24)
    expect(waitState(wait, hoursOn(300)).progress).toBeCloseTo(10 / 24)
  })

  test('that runs again is due later by what it was paused', () => {
    const wait = begun(ANCHOR, { pausedMillis: 7 * HOUR })
    expect(waitState(wait, hoursOn(25))).toMatchObject({ state: 'waiting', dueAt: hoursOn(31), remainingMs: 6 * HOUR })
  })
})

describe('a clock that was set back', () => {
  test('makes the wait suspect, and nothing is counted', () => {
    const is = waitState(begun(ANCHOR), hoursOn(-0.001))
    expect(is).toMatchObject({
      state: 'clock-suspect',
      remainingMs: null,
      progress: 0,
      earlyByMs: null,
      dueAt: hoursOn(24),
    })
  })

  test('before the recording is suspect even after the anchor', () => {
    const wait = begun(ANCHOR, { recordedAt: hoursOn(5) })
    expect(waitState(wait, hoursOn(4)).state).toBe('clock-suspect')
    expect(waitState(wait, hoursOn(5)).state).toBe('waiting')
  })

  test('leaves alone what is over', () => {
    expect(waitState(begun(ANCHOR, { metAt: hoursOn(20) }), hoursOn(-100)).state).toBe('met')
  })

  test('never gives a time that remains, whatever the wait', () => {
    fc.assert(
      fc.property(waits, fc.integer({ min: 1, max: 10_000 * HOUR }), (wait, back) => {
        const is = waitState(wait, addMillis(wait.recordedAt, -back))
        expect(is).toMatchObject({ state: 'clock-suspect', remainingMs: null, progress: 0 })
      }),
    )
  })
})

describe('as time goes by', () => {
  const ORDER = ['clock-suspect', 'waiting', 'ready', 'overdue']

  test('a wait only ever moves on: less remains, more has passed, no state comes back', () => {
    fc.assert(
      fc.property(
        waits,
        fc.integer({ min: -500 * HOUR, max: 2_000 * HOUR }),
        fc.nat(1_000 * HOUR),
        (wait, at, later) => {
          const first = waitState(wait, addMillis(wait.anchorAt, at))
          const second = waitState(wait, addMillis(wait.anchorAt, at + later))
          expect(ORDER.indexOf(second.state)).toBeGreaterThanOrEqual(ORDER.indexOf(first.state))
          expect(second.progress).toBeGreaterThanOrEqual(first.progress)
          if (first.remainingMs !== null) expect(second.remainingMs).toBe(first.remainingMs - later)
          expect(second.dueAt).toBe(first.dueAt)
        },
      ),
    )
  })

  test('the due instant does not depend on when one looks, and overdue follows by the grace', () => {
    fc.assert(
      fc.property(waits, instants, (wait, now) => {
        const { dueAt, overdueAt } = dueInstants(wait)
        expect(waitState(wait, now)).toMatchObject({ dueAt, overdueAt })
        expect(toMillis(dueAt)).toBe(toMillis(wait.anchorAt) + wait.expectedHours * HOUR + wait.pausedMillis)
        expect(toMillis(overdueAt) - toMillis(dueAt)).toBe(wait.graceHours * HOUR)
      }),
    )
  })

  test('progress is a share: never below nothing, never above all of it', () => {
    fc.assert(
      fc.property(waits, instants, (wait, now) => {
        const { progress } = waitState(wait, now)
        expect(progress).toBeGreaterThanOrEqual(0)
        expect(progress).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('a pause moves the due time by exactly its length, wherever it lies', () => {
    fc.assert(
      fc.property(waits, fc.nat(300 * HOUR), fc.nat(300 * HOUR), (wait, start, length) => {
        const at = addMillis(wait.anchorAt, start)
        const during = waitState({ ...wait, paused: { at, reason: 'x' } }, addMillis(at, length))
        const afterwards = dueInstants({ ...wait, pausedMillis: wait.pausedMillis + length })
        expect(during.dueAt).toBe(afterwards.dueAt)
        expect(toMillis(during.dueAt) - toMillis(dueInstants(wait).dueAt)).toBe(length)
      }),
    )
  })
})

describe('hours are elapsed hours, whatever the clocks on the wall do', () => {
  /** Instants at which each zone changes its clocks, with what happens there. */
  const CHANGES = [
    ['Europe/Berlin', '2026-03-29T01:00:00.000Z', 60],
    ['Europe/Berlin', '2026-10-25T01:00:00.000Z', -60],
    ['America/New_York', '2026-03-08T07:00:00.000Z', 60],
    ['America/New_York', '2026-11-01T06:00:00.000Z', -60],
    // Lord Howe Island moves by half an hour.
    ['Australia/Lord_Howe', '2026-04-04T15:00:00.000Z', -30],
    ['Australia/Lord_Howe', '2026-10-03T15:30:00.000Z', 30],
    // Apia left 30 December 2011 out altogether.
    ['Pacific/Apia', '2011-12-30T10:00:00.000Z', 24 * 60],
  ] as const

  test.each(CHANGES)('%s at %s: the wall moves by %s minutes, the wait does not', (zone, change, minutes) => {
    const wall = (at: Instant) => {
      const parts = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: zone })
      return Date.parse(`${parts.format(toMillis(at)).replace(' ', 'T')}Z`)
    }
    for (const expectedHours of [24, 48, 72]) {
      const anchorAt = addMillis(change, -HOUR)
      const { dueAt } = dueInstants(begun(anchorAt, { expectedHours }))
      expect(toMillis(dueAt) - toMillis(anchorAt)).toBe(expectedHours * HOUR)
      // The test is about something: the same two instants read otherwise on the wall.
      expect(wall(dueAt) - wall(anchorAt)).toBe(expectedHours * HOUR + minutes * 60_000)
    }
  })

  test('24, 48 and 72 hours are exactly that from any instant, in whatever zone it was read', () => {
    const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia')
    fc.assert(
      fc.property(instants, zones, fc.constantFrom(24, 48, 72), (anchorAt, zone, expectedHours) => {
        const wait = begun(anchorAt, { zone, expectedHours })
        const due = addMillis(anchorAt, expectedHours * HOUR)
        expect(waitState(wait, addMillis(due, -1)).state).toBe('waiting')
        expect(waitState(wait, due).state).toBe('ready')
      }),
    )
  })

  test.each([
    ['a leap day', '2028-02-28T12:00:00.000Z', '2028-02-29T12:00:00.000Z'],
    ['no leap day', '2027-02-28T12:00:00.000Z', '2027-03-01T12:00:00.000Z'],
    ['a year’s end', '2026-12-31T18:00:00.000Z', '2027-01-01T18:00:00.000Z'],
  ])('%s is a day like any other', (_, anchorAt, dueAt) => {
    expect(dueInstants(begun(anchorAt)).dueAt).toBe(dueAt)
  })
})
