import { describe, expect, test } from 'vitest'
import { createPracticeClock } from '../../../../electron/practice/clock.ts'

describe('a practice clock', () => {
  test('runs like the real one, times its speed, from where it starts', () => {
    let real = 1_000
    const clock = createPracticeClock({ start: 50_000, speed: 60, real: () => real })
    expect(clock.now()).toBe(50_000)
    real += 10
    expect(clock.now()).toBe(50_600)
  })

  test('is ahead of real time by its offset', () => {
    expect(createPracticeClock({ offset: 500, real: () => 1_000 }).now()).toBe(1_500)
  })

  test('jumps forward and tells who listens', () => {
    const clock = createPracticeClock({ start: 0, speed: 0 })
    const heard: number[] = []
    const stop = clock.onAdvance(() => heard.push(clock.now()))
    clock.advance(5)
    stop()
    clock.advance(5)
    expect([clock.now(), heard]).toEqual([10, [5]])
  })

  test('never runs backwards', () => {
    const clock = createPracticeClock({ start: 0, speed: 0 })
    expect(() => clock.advance(-1)).toThrow(RangeError)
    expect(() => clock.advance(Number.NaN)).toThrow(RangeError)
    expect(() => createPracticeClock({ speed: -1 })).toThrow(RangeError)
    expect(clock.now()).toBe(0)
  })
})
