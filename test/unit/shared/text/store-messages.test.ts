import { describe, expect, it } from 'vitest'
import { sentence } from '../../../../shared/text/messages/index.ts'
import { keepingMessages } from '../../../../shared/text/messages/keeping.ts'
import { storeMessages } from '../../../../shared/text/messages/store.ts'

/** Values for any of the sentences. */
const params = {
  file: '/data/casebook.db',
  folder: '/work',
  path: '/out/bundle',
  name: 'nul',
  detail: 'disk I/O error',
  version: 30,
  newest: 20,
  backup: '/data/backups/a.db',
  table: 'cases',
  key: 'case-1',
  pid: 4_711,
  host: 'desk',
  since: '2026-11-21T12:34:56.000Z',
  kind: 'case',
  id: 'case-1',
  expected: 3,
  actual: 4,
  number: 42,
  accountId: '111122223333',
  sha256: 'ab'.repeat(32),
  count: 2,
  sequence: 7,
  index: 'case_words',
  tally: 'case_tally',
  reason: 'full',
  who: 'Ben',
  at: '2026-11-21T12:34:56.000Z',
  now: '2026-11-20T12:34:56.000Z',
  what: 'undo',
  most: 60,
  done: 3,
  parts: 5,
  because: 'Ben has changed it since.',
  action: 'report.create',
  case: 'C-42',
}
const codes = Object.keys({ ...storeMessages, ...keepingMessages }) as (
  | keyof typeof storeMessages
  | keyof typeof keepingMessages
)[]

describe('the sentences of the store', () => {
  it.each(codes)('say what is so and what to do: %s', (code) => {
    for (const part of Object.values(sentence(code, params))) {
      expect(part).toMatch(/^[“A-Z0-9].*\.$/)
      expect(part).not.toMatch(/undefined|null|\[object|"|'/)
    }
  })

  it('name who has the workspace open, where and since when', () => {
    const { message } = sentence('store.locked-by', params)
    expect(message).toBe('“/work” is open in another MSP Casebook: process 4711 on desk, since 21 Nov 2026, 12:34 UTC.')
    expect(sentence('store.locked-by', { ...params, pid: null }).message).toContain('just starting')
  })

  it('tell making something twice from changing what was changed', () => {
    expect(sentence('conflict.revision', { ...params, expected: 0 }).message).toBe('This case is there already.')
    expect(sentence('conflict.revision', params).message).toContain('revision 4 instead of 3')
    expect(sentence('conflict.revision', { ...params, kind: 'settings' }).message).toMatch(
      /^The settings are not as you saw them/,
    )
  })

  it.each(['full', 'read-only', 'missing', 'other'])('give an export that failed its own way out: %s', (reason) => {
    const all = ['full', 'read-only', 'missing', 'other'].map((each) =>
      sentence('export.failed', { ...params, reason: each }),
    )
    const own = sentence('export.failed', { ...params, reason })
    expect(all.filter(({ message, remedy }) => message === own.message && remedy === own.remedy)).toHaveLength(1)
  })
})
