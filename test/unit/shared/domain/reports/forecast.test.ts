import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMillis, HOUR } from '../../../../../shared/domain/instant.ts'
import { forecastOf } from '../../../../../shared/domain/reports/forecast.ts'

const now = '2026-11-21T09:00:00.000Z'
const DAY = 24 * HOUR
const daysAgo = (days: number) => addMillis(now, -days * DAY)

test('with less than eight weeks or ten cases it says no number, and what it has', () => {
  const ten = Array.from({ length: 10 }, (_, n) => daysAgo(n * 5))
  expect(forecastOf([daysAgo(55)], ten, now)).toEqual({ basis: { weeks: 7, cases: 10 }, isKnown: false })
  expect(forecastOf([daysAgo(70)], ten.slice(1), now)).toMatchObject({ basis: { weeks: 10, cases: 9 }, isKnown: false })
  expect(forecastOf([daysAgo(70)], ten, now)).toMatchObject({ basis: { weeks: 10, cases: 10 }, isKnown: true })
  expect(forecastOf([], [], now)).toEqual({ basis: { weeks: 0, cases: 0 }, isKnown: false })
})

test('the same every week is the same in the next four', () => {
  const weekly = Array.from({ length: 26 }, (_, n) => [
    daysAgo(n * 7 + 1),
    daysAgo(n * 7 + 2),
    daysAgo(n * 7 + 3),
  ]).flat()
  expect(forecastOf([daysAgo(365)], weekly, now)).toMatchObject({ low: 12, mid: 12, high: 12, spans: 23 })
})

test('each number is what some four weeks of the history brought, and they are in order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 181 }), { minLength: 10, maxLength: 200 }), (days) => {
      const forecast = forecastOf([daysAgo(200)], days.map(daysAgo), now)
      if (!forecast.isKnown) return expect(days.filter((d) => d < 182).length).toBeLessThan(10)
      // Naive: count every span by going through all cases.
      const spans = Array.from({ length: 23 }, (_, week) => {
        const isIn = (day: number) => Math.floor(day / 7) >= week && Math.floor(day / 7) < week + 4
        return days.filter(isIn).length
      })
      const sorted = spans.toSorted((a, b) => a - b)
      expect([forecast.low, forecast.mid, forecast.high]).toEqual([sorted[2], sorted[11], sorted[20]])
    }),
  )
})
