import { expect, test } from 'vitest'
import { finding } from '../../../../../shared/domain/finding.ts'
import { findingOf, findingRecord } from '../../../../../shared/domain/records/finding-record.ts'
import { Snooze } from '../../../../../shared/domain/records/snooze.ts'
import { isRefusal, onField, refuse } from '../../../../../shared/domain/refusal.ts'

test.each([
  finding('warning', 'org-id.equals-account', { id: '111122223333' }, 'orgIds'),
  finding('info', 'prefix.slashes-dropped', { prefix: 'eco' }),
])('a finding is kept by its code and values, and is read back as it was: %o', (found) => {
  const kept = findingRecord(found)
  expect(kept).toEqual({ level: found.level, code: found.code, params: found.params, field: found.field ?? null })
  expect(findingOf(kept)).toStrictEqual(found)
})

test('a kept finding whose code is not known any more is left out', () => {
  expect(findingOf({ level: 'warning', code: 'of.a-later-version', params: {}, field: null })).toBeNull()
  expect(findingOf({ level: 'warning', code: 'constructor', params: {}, field: null })).toBeNull()
})

test('a snooze is of a wait, up to an instant', () => {
  const snooze = { waitId: 'wait-1', until: '2026-11-21T09:00:00.000Z' }
  expect(Snooze.parse(snooze)).toEqual(snooze)
  expect(Snooze.safeParse({ ...snooze, until: 'tomorrow' }).success).toBe(false)
})

test('a refusal is told from all else, and has a field only where one is at fault', () => {
  const refusal = refuse('name.missing', {})
  expect(refusal).toStrictEqual({ refused: true, code: 'name.missing', params: {} })
  expect(onField(refusal, 'name')).toStrictEqual({ refused: true, code: 'name.missing', params: {}, field: 'name' })
  expect(isRefusal(refusal)).toBe(true)
  for (const other of [null, undefined, 'refused', {}, { refused: 'true' }, []]) expect(isRefusal(other)).toBe(false)
  expect(isRefusal(Object.assign(() => 1, { refused: true }))).toBe(false)
})
