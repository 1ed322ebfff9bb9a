import { describe, expect, test } from 'vitest'
import { fromWallTime, toWallTime } from '../../../../shared/domain/wall-time.ts'

describe('the wall clock of a zone', () => {
  test.each([
    ['UTC', '2026-11-14T15:20:59.999Z', '2026-11-14T15:20'],
    ['Europe/Berlin', '2026-11-14T23:05:00.000Z', '2026-11-15T00:05'],
    ['America/New_York', '2026-07-01T03:00:00.000Z', '2026-06-30T23:00'],
    ['Pacific/Kiritimati', '2026-12-31T10:00:00.000Z', '2027-01-01T00:00'],
  ])('in %s shows %s as %s, and each time of its own', (zone, instant, wall) => {
    expect(toWallTime(instant, zone)).toBe(wall)
    expect(toWallTime(instant, 'UTC')).toBe(instant.slice(0, 16))
  })

  test.each([
    ['UTC', '2026-11-14T15:20', '2026-11-14T15:20:00.000Z'],
    ['Europe/Berlin', '2026-11-14T16:20', '2026-11-14T15:20:00.000Z'],
    ['America/New_York', '2026-07-01T00:00', '2026-07-01T04:00:00.000Z'],
    ['Pacific/Kiritimati', '2027-01-01T00:00', '2026-12-31T10:00:00.000Z'],
    ['Pacific/Pago_Pago', '2026-12-31T23:00', '2027-01-01T10:00:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-04T02:30', '2026-10-03T15:30:00.000Z'],
  ])('in %s shows %s at the instant %s', (zone, wall, instant) => {
    expect(fromWallTime(wall, zone)).toBe(instant)
  })

  test.each([
    ['Europe/Berlin', '2026-03-29T01:59', '2026-03-29T00:59:00.000Z'],
    ['Europe/Berlin', '2026-03-29T02:00', null],
    ['Europe/Berlin', '2026-03-29T02:59', null],
    ['Europe/Berlin', '2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
    ['Europe/Berlin', '2026-10-25T02:00', '2026-10-25T00:00:00.000Z'],
    ['Europe/Berlin', '2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
    ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30:00.000Z'],
    ['America/New_York', '2026-03-08T02:30', null],
    ['Pacific/Apia', '2011-12-30T12:00', null],
    ['Pacific/Apia', '2011-12-31T12:00', '2011-12-30T22:00:00.000Z'],
  ])('in %s, where clocks change: %s is %s', (zone, wall, instant) => {
    expect(fromWallTime(wall, zone)).toBe(instant)
  })

  test.each([
    '',
    'tomorrow',
    '2026-11-14',
    '2026-13-01T00:00',
    '2026-11-14 16:20',
    '2026-11-14T16:20:30',
    '+012026-11-14T16:20',
  ])('is never set to %j', (text) => {
    expect(fromWallTime(text, 'UTC')).toBeNull()
  })
})
