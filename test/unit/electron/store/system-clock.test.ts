import { expect, it } from 'vitest'
import { systemClock } from '../../../../electron/store/system-clock.ts'
import { InstantText } from '../../../../shared/domain/records/base.ts'

it('the system clock gives the machine’s time as a record keeps it, and its zone', () => {
  const before = Date.now()
  const now = systemClock.now()
  expect(InstantText.parse(now)).toBe(now)
  expect(Date.parse(now)).toBeGreaterThanOrEqual(before)
  expect(Date.parse(now)).toBeLessThanOrEqual(Date.now())
  expect(() => new Intl.DateTimeFormat('en', { timeZone: systemClock.zone() })).not.toThrow()
})
