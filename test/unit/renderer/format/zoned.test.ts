import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateTime, fromWallTime, toWallTime, weekdayDateTime } from '../../../../renderer/format/zoned.ts'

const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Kiritimati', 'Australia/Lord_Howe']

test('an instant is read on the wall clock of the zone', () => {
  expect(dateTime('2026-11-14T15:20:00.000Z', 'Europe/Berlin')).toBe('14 Nov 2026, 16:20')
  expect(dateTime('2026-11-14T23:05:00.000Z', 'Asia/Kolkata')).toBe('15 Nov 2026, 04:35')
  expect(weekdayDateTime('2026-11-14T15:20:00.000Z', 'Europe/Berlin')).toBe('Sat 14 Nov 2026, 16:20')
})

describe('a typed wall time', () => {
  test('becomes the instant at which the zone’s clocks show it', () => {
    expect(fromWallTime('2026-11-14T16:20', 'Europe/Berlin')).toBe('2026-11-14T15:20:00.000Z')
    expect(fromWallTime('2026-07-01T00:00', 'America/New_York')).toBe('2026-07-01T04:00:00.000Z')
  })

  test('in the hour that spring leaves out is none', () => {
    expect(fromWallTime('2026-03-29T02:30', 'Europe/Berlin')).toBeNull()
    expect(fromWallTime('2026-03-29T03:00', 'Europe/Berlin')).toBe('2026-03-29T01:00:00.000Z')
  })

  test('in the hour that autumn has twice is the first of the two', () => {
    expect(fromWallTime('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z')
  })

  test.each(['', '2026-11-14', '2026-13-01T00:00', '2026-11-14 16:20', 'tomorrow'])(
    '%j is no date and time',
    (text) => {
      expect(fromWallTime(text, 'Europe/Berlin')).toBeNull()
    },
  )

  test('shows the same again, in every zone and on every day', () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 365 * 40 })
    fc.assert(
      fc.property(minutes, fc.constantFrom(...ZONES), (minute, zone) => {
        const instant = new Date(Date.UTC(2010, 0, 1) + minute * 60_000).toISOString()
        const wall = toWallTime(instant, zone)
        const back = fromWallTime(wall, zone)
        expect(back).not.toBeNull()
        expect(toWallTime(back ?? '', zone)).toBe(wall)
        // The first of a doubled hour at most: never later than what was meant.
        expect(Date.parse(back ?? '')).toBeLessThanOrEqual(Date.parse(instant))
      }),
    )
  })
})
