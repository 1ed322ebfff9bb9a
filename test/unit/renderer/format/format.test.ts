import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accountGroups, spokenAccount } from '../../../../renderer/format/account-id.ts'
import { fromBase64, toBase64 } from '../../../../renderer/format/bytes.ts'
import { fromNow, timeLeft } from '../../../../renderer/format/duration.ts'
import { count } from '../../../../renderer/format/plural.ts'
import { fileSize } from '../../../../renderer/format/size.ts'

test('an account ID is read in groups of four, and its groups together are the digits', () => {
  expect(spokenAccount('111122223333')).toBe('1111 2222 3333')
  expect(accountGroups('111122223333')?.join('')).toBe('111122223333')
})

test('what is no account ID stays as it is', () => {
  for (const text of ['', '11112222333', '1111222233334', 'act-1234abcd', '1111 2222 3333']) {
    expect(accountGroups(text)).toBeNull()
    expect(spokenAccount(text)).toBe(text)
  }
})

test('a due time ahead, now and past reads as such', () => {
  expect(fromNow(5 * 3_600_000 + 12 * 60_000)).toBe('in 5 h 12 min')
  expect(fromNow(-26 * 3_600_000)).toBe('1 d 2 h ago')
  expect(fromNow(30_000)).toBe('now')
  expect(timeLeft(72 * 3_600_000)).toBe('3 d left')
  expect(timeLeft(-2 * 3_600_000)).toBe('2 h past due')
  expect(timeLeft(-1)).toBe('due now')
})

test('sizes and counts read like a person would say them', () => {
  expect([0, 1, 999, 9_400, 1_500_000].map(fileSize)).toEqual(['0 bytes', '1 byte', '999 bytes', '9.4 KB', '1.5 MB'])
  expect(count(1, 'case')).toBe('1 case')
  expect(count(100_000, 'case')).toBe('100,000 cases')
})

test('a file’s bytes cross as base64 without a change, large ones too', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect([...fromBase64(toBase64(bytes))]).toEqual([...bytes])
    }),
  )
  const large = Uint8Array.from({ length: 200_000 }, (_, i) => i % 251)
  expect(Buffer.from(toBase64(large), 'base64').equals(Buffer.from(large))).toBe(true)
})
