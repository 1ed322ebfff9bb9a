import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createIds } from '../../../../electron/store/ids.ts'

const form = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

describe('an id', () => {
  it('is a UUID of version 7 that begins with its millisecond', () => {
    const id = createIds(() => Date.parse('2026-11-21T12:00:00.123Z')).next()
    expect(id).toMatch(form)
    const millis = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
    expect(new Date(millis).toISOString()).toBe('2026-11-21T12:00:00.123Z')
  })

  it('sorts after the one before it, however many a millisecond and wherever the clock goes', () => {
    const clocks = fc.array(fc.record({ step: fc.integer({ min: -50, max: 50 }), times: fc.nat({ max: 5 }) }), {
      maxLength: 50,
    })
    fc.assert(
      fc.property(clocks, (steps) => {
        let now = 1_800_000_000_000
        const ids = createIds(() => now)
        const made = steps.flatMap(({ step, times }) => {
          now += step
          return Array.from({ length: times }, () => ids.next())
        })
        expect(made.toSorted()).toEqual(made)
        expect(new Set(made).size).toBe(made.length)
      }),
    )
  })

  it('still sorts where one millisecond has more than its counter holds', () => {
    const ids = createIds(() => 1_800_000_000_000)
    const made = Array.from({ length: 10_000 }, () => ids.next())
    expect(made.toSorted()).toEqual(made)
    expect(new Set(made).size).toBe(made.length)
    expect(made.every((id) => form.test(id))).toBe(true)
  })

  it('is not guessed from another: two makers at one instant differ', () => {
    const at = () => 1_800_000_000_000
    expect(createIds(at).next()).not.toBe(createIds(at).next())
  })
})
