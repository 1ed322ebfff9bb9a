import { describe, expect, it } from 'vitest'
import { snoozeChoices } from '../../../../shared/domain/snooze.ts'

const of = (now: string, zone = 'Europe/Berlin') => snoozeChoices(now, zone).map(({ id, until }) => [id, until])

describe('a reminder is put off', () => {
  it('by hours from now, and to nine in the morning of the zone', () => {
    // A Wednesday, 15:00 in Berlin.
    expect(of('2026-11-18T14:00:00.000Z')).toEqual([
      ['hour', '2026-11-18T15:00:00.000Z'],
      ['three-hours', '2026-11-18T17:00:00.000Z'],
      ['tomorrow', '2026-11-19T08:00:00.000Z'],
      ['monday', '2026-11-23T08:00:00.000Z'],
      ['week', '2026-11-25T08:00:00.000Z'],
    ])
  })

  it('to a Monday that is not tomorrow, and to another day than that Monday', () => {
    // Saturday, Sunday, Monday.
    expect(of('2026-11-21T09:00:00.000Z').map(([id]) => id)).toEqual([
      'hour',
      'three-hours',
      'tomorrow',
      'monday',
      'week',
    ])
    expect(of('2026-11-22T09:00:00.000Z').map(([id]) => id)).toEqual(['hour', 'three-hours', 'tomorrow', 'week'])
    expect(of('2026-11-23T09:00:00.000Z').map(([id]) => id)).toEqual(['hour', 'three-hours', 'tomorrow', 'monday'])
  })

  it('by the day of the zone, not of UTC, across a change of clocks, soonest first', () => {
    // Sunday evening in UTC is Monday morning in Auckland.
    expect(of('2026-11-22T20:00:00.000Z', 'Pacific/Auckland').find(([id]) => id === 'monday')?.[1]).toBe(
      '2026-11-29T20:00:00.000Z',
    )
    // The clocks go back in Berlin in the night to Sunday 25 October 2026.
    expect(of('2026-10-24T10:00:00.000Z').find(([id]) => id === 'tomorrow')?.[1]).toBe('2026-10-25T08:00:00.000Z')
    expect(of('2026-11-17T07:30:00.000Z', 'UTC').map(([id]) => id)).toEqual([
      'hour',
      'three-hours',
      'tomorrow',
      'monday',
      'week',
    ])
    expect(of('2026-11-18T06:30:00.000Z').map(([, until]) => until)).toEqual(
      of('2026-11-18T06:30:00.000Z')
        .map(([, until]) => until)
        .toSorted(),
    )
  })
})
