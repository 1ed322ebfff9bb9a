import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  accountsOf,
  formatAccountList,
  isAccountList,
  parseAccountList,
} from '../../../../../shared/domain/values/account-list.ts'
import { noticed, outcomeOf, valueRead } from '../../../../support/parsing.ts'

const accounts = fc.uniqueArray(fc.stringMatching(/^\d{12}$/), { maxLength: 40 })

describe('an account list', () => {
  test.each([
    ['', '', []],
    ['  ', '', []],
    ['111122223333', '111122223333', []],
    ['111122223333,444455556666', '111122223333,444455556666', []],
    ['111122223333, 444455556666', '111122223333,444455556666', ['account-list.rewritten']],
    ['111122223333;444455556666', '111122223333,444455556666', ['account-list.rewritten']],
    ['111122223333\n444455556666\n', '111122223333,444455556666', ['account-list.rewritten']],
    ['111122223333 444455556666', '111122223333,444455556666', ['account-list.rewritten']],
    ['1111-2222-3333,4444 5555 6666', '111122223333,444455556666', ['account-list.rewritten']],
    ['111122223333,', '111122223333', ['account-list.rewritten']],
    ['111122223333,111122223333', '111122223333', ['account-list.repeated']],
  ])('typed as %j is %j, noticing %j', (text, list, findings) => {
    const result = parseAccountList(text)
    expect(valueRead(result)).toBe(list)
    expect(noticed(result)).toEqual(findings)
  })

  test.each([
    [',', 'account-list.only-separators'],
    ['; ;', 'account-list.only-separators'],
    ['111122223333,12345678', 'account-list.wrong-length'],
    ['11112222333', 'account-list.wrong-length'],
    ['111122223333|444455556666', 'account-list.malformed'],
    ['111122223333,acme', 'account-list.malformed'],
    [Array.from({ length: 316 }, (_, i) => String(100000000000 + i)).join(','), 'account-list.too-long'],
  ])('%j is refused: %s', (text, code) => {
    expect(outcomeOf(parseAccountList(text))).toBe(code)
  })

  test('says which entry is wrong', () => {
    expect(parseAccountList('111122223333, 444455556666, 12345678')).toMatchObject({
      refusal: { params: { position: 3, text: '12345678', digits: 8 } },
    })
  })

  test('comes back the same when written and read again, with any separator', () => {
    const separators = fc.constantFrom(',', ', ', ';', '\n', ' ', ' ; ')
    fc.assert(
      fc.property(accounts, separators, (ids, separator) => {
        const list = valueRead(parseAccountList(ids.join(separator)))
        expect(accountsOf(list)).toEqual(ids)
        expect(list).toBe(formatAccountList(ids))
      }),
    )
  })

  test('once read is exactly what CloudFormation takes', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9,; \n-]{0,60}$/), (text) => {
        const result = parseAccountList(text)
        expect(!result.ok || isAccountList(result.value)).toBe(true)
      }),
    )
  })

  test('is never blank unless nothing at all was typed', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        const result = parseAccountList(text)
        expect(result.ok && result.value === '' ? text.trim() : '').toBe('')
      }),
    )
  })
})
