import { describe, expect, test } from 'vitest'
import { isCronExpression, lastFiring } from '../../../../../electron/practice/world/cron.ts'

const at = (text: string) => Date.parse(`${text}Z`)
const last = (expression: string, after: string, now: string) => {
  const found = lastFiring(expression, at(after), at(now))
  return found === undefined ? undefined : new Date(found).toISOString().slice(0, 16)
}

describe('a Glue schedule', () => {
  test.each([
    ['cron(0 0 * * ? *)', '2026-11-25T00:00'],
    ['cron(30 12 * * ? *)', '2026-11-24T12:30'],
    ['cron(0 */6 * * ? *)', '2026-11-25T06:00'],
    ['cron(15,45 9-10 * * ? *)', '2026-11-25T10:45'],
    ['cron(0 0 ? * MON *)', '2026-11-23T00:00'],
    ['cron(0 0 ? * 1,7 *)', '2026-11-22T00:00'],
    ['cron(0 0 1 * ? *)', '2026-11-01T00:00'],
    ['cron(0 0 1 JAN-MAR ? *)', '2026-03-01T00:00'],
    ['cron(0/20 10 * * ? *)', '2026-11-25T10:40'],
  ])('%s fired last at %s before Wednesday 25 November 2026, 11:00', (expression, expected) => {
    expect(last(expression, '2020-01-01T00:00', '2026-11-25T11:00')).toBe(expected)
  })

  test('fires at its very instant, and not again for what came before', () => {
    expect(last('cron(0 0 * * ? *)', '2026-11-24T12:00', '2026-11-25T00:00')).toBe('2026-11-25T00:00')
    expect(last('cron(0 0 * * ? *)', '2026-11-25T00:00', '2026-11-25T23:59')).toBeUndefined()
    expect(last('cron(0 0 * * ? 2030)', '2026-01-01T00:00', '2026-11-25T00:00')).toBeUndefined()
  })

  test.each([
    '',
    'cron()',
    'cron(0 0 * * * *)',
    'cron(0 0 ? * ? *)',
    'cron(0 24 * * ? *)',
    'cron(5-1 0 * * ? *)',
    'cron(*/0 0 * * ? *)',
    'at(x)',
  ])('does not read “%s”', (expression) => {
    expect(isCronExpression(expression)).toBe(false)
  })
})
