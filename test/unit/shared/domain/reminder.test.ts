import { describe, expect, it } from 'vitest'
import { addMillis, HOUR } from '../../../../shared/domain/instant.ts'
import { isQuiet, reminderOf } from '../../../../shared/domain/reminder.ts'
import { dueInstants } from '../../../../shared/domain/wait/wait-state.ts'
import { makeWait } from '../../../support/records.ts'

const wait = makeWait({
  anchorAt: '2026-11-16T09:00:00.000Z',
  recordedAt: '2026-11-16T09:00:00.000Z',
  expectedHours: 24,
  graceHours: 4,
})
const { dueAt, overdueAt } = dueInstants(wait)
const never = { levels: [], snoozedUntil: null }

describe('a wait', () => {
  it('is reminded of once when it is due and once when it is overdue', () => {
    expect(reminderOf(wait, never, addMillis(dueAt, -1))).toBeNull()
    expect(reminderOf(wait, never, dueAt)).toEqual({ level: 'due', key: 'due' })
    expect(reminderOf(wait, { ...never, levels: ['due'] }, dueAt)).toBeNull()
    expect(reminderOf(wait, { ...never, levels: ['due'] }, overdueAt)).toEqual({ level: 'overdue', key: 'overdue' })
    expect(reminderOf(wait, { ...never, levels: ['due', 'overdue'] }, overdueAt)).toBeNull()
  })

  it('that was put off is reminded of once more, when that time has come', () => {
    const snoozedUntil = addMillis(overdueAt, HOUR)
    const put = { levels: ['due', 'overdue'], snoozedUntil }
    expect(reminderOf(wait, put, addMillis(snoozedUntil, -1))).toBeNull()
    const again = reminderOf(wait, put, snoozedUntil)
    expect(again?.level).toBe('overdue')
    expect(reminderOf(wait, { ...put, levels: [...put.levels, again?.key ?? ''] }, snoozedUntil)).toBeNull()
  })

  it('is not reminded of where it is paused, met, cancelled, or the clock was set back', () => {
    expect(reminderOf({ ...wait, paused: { at: dueAt, reason: '' } }, never, overdueAt)).toBeNull()
    expect(reminderOf({ ...wait, metAt: dueAt }, never, overdueAt)).toBeNull()
    expect(reminderOf({ ...wait, cancelled: { at: dueAt, reason: '' } }, never, overdueAt)).toBeNull()
    expect(reminderOf({ ...wait, recordedAt: addMillis(overdueAt, HOUR) }, never, overdueAt)).toBeNull()
  })
})

describe('quiet hours', () => {
  it.each([
    // In Berlin it is one hour later than in UTC.
    ['22:00', '07:00', '2026-11-21T20:59:00.000Z', false],
    ['22:00', '07:00', '2026-11-21T21:00:00.000Z', true],
    ['22:00', '07:00', '2026-11-21T05:59:00.000Z', true],
    ['22:00', '07:00', '2026-11-21T06:00:00.000Z', false],
    ['12:00', '13:00', '2026-11-21T11:30:00.000Z', true],
    ['12:00', '13:00', '2026-11-21T12:00:00.000Z', false],
    ['12:00', '13:00', '2026-11-21T11:00:00.000Z', true],
    ['12:00', '13:00', '2026-11-21T10:59:00.000Z', false],
    ['12:00', '12:00', '2026-11-21T11:00:00.000Z', false],
  ])('from %s to %s hold at %s: %s', (from, to, now, quiet) => {
    expect(isQuiet({ from, to }, now, 'Europe/Berlin')).toBe(quiet)
  })

  it('are those of UTC in a zone that is not known', () => {
    expect(isQuiet({ from: '22:00', to: '07:00' }, '2026-11-21T21:30:00.000Z', 'Mars/Olympus')).toBe(false)
    expect(isQuiet({ from: '22:00', to: '07:00' }, '2026-11-21T22:30:00.000Z', 'Mars/Olympus')).toBe(true)
  })

  it('that are not set never hold', () => {
    expect(isQuiet(null, '2026-11-21T02:00:00.000Z', 'Europe/Berlin')).toBe(false)
  })
})
