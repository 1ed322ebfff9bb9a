import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOUR } from '../../../../shared/domain/instant.ts'
import { durationText, localText, weekendBetween, zoneName } from '../../../../shared/text/times.ts'

const MIN = 60_000

describe('an instant as it is read', () => {
  test.each([
    ['2026-11-14T15:20:00.000Z', 'Europe/Berlin', '14 Nov 2026, 16:20 (Berlin)'],
    ['2026-06-14T15:20:00.000Z', 'Europe/Berlin', '14 Jun 2026, 17:20 (Berlin)'],
    ['2026-11-14T23:59:59.999Z', 'UTC', '14 Nov 2026, 23:59 (UTC)'],
    ['2026-11-14T00:00:00.000Z', 'UTC', '14 Nov 2026, 00:00 (UTC)'],
    ['2026-11-14T15:20:00.000Z', 'America/Argentina/Buenos_Aires', '14 Nov 2026, 12:20 (Buenos Aires)'],
    ['2026-11-14T15:20:00.000Z', 'Not/AZone', '14 Nov 2026, 15:20 (UTC)'],
  ])('%s in %s is %s', (instant, zone, text) => {
    expect(localText(instant, zone)).toBe(text)
  })

  test('names a zone by its city', () => {
    expect(zoneName('Australia/Lord_Howe')).toBe('Lord Howe')
    expect(zoneName('Etc/UTC')).toBe('UTC')
  })
})

describe('a length of time', () => {
  test.each([
    [0, 'less than a minute'],
    [59_999, 'less than a minute'],
    [MIN, '1 min'],
    [HOUR, '1 h'],
    [3 * HOUR + 20 * MIN, '3 h 20 min'],
    [24 * HOUR, '1 d'],
    [52 * HOUR + 59 * MIN, '2 d 4 h'],
    [-5 * MIN, '5 min'],
  ])('of %i ms is %s', (millis, text) => {
    expect(durationText(millis)).toBe(text)
  })
})

test('any stretch of more than five days has a weekend in it, whatever the zone', () => {
  const zones = fc.constantFrom('Europe/Berlin', 'Australia/Lord_Howe', 'Pacific/Apia', 'America/New_York')
  const starts = fc.date({ min: new Date('2012-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(starts, zones, (start, zone) => {
      const end = new Date(start.getTime() + 5 * 24 * HOUR + HOUR)
      expect(weekendBetween(start.toISOString(), end.toISOString(), zone)).toBe(true)
    }),
  )
})
