import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatAccountId, parseAccountId } from '../../../../../shared/domain/values/account-id.ts'
import { outcomeOf, remedyOf, valueRead } from '../../../../support/parsing.ts'

const accountIds = fc.stringMatching(/^\d{12}$/)

describe('an AWS account ID', () => {
  test.each([
    ['111122223333', '111122223333'],
    [' 1111-2222-3333 ', '111122223333'],
    ['1111 2222 3333', '111122223333'],
    ['1111\u00A02222\u00A03333', '111122223333'],
    ['1111–2222–3333', '111122223333'],
    ["'012345678901", '012345678901'],
    ['\uFEFF000000000001', '000000000001'],
  ])('is read from %j as %s', (text, account) => {
    expect(valueRead(parseAccountId(text))).toBe(account)
  })

  test.each([
    ['', 'account-id.missing'],
    ['   ', 'account-id.missing'],
    ['1111222233334', 'account-id.malformed'],
    ['12345678', 'account-id.malformed'],
    ['1.23457E+11', 'account-id.spreadsheet'],
    ['1,23457E+11', 'account-id.spreadsheet'],
    ['12345678901', 'account-id.leading-zeros'],
    ['1234567890', 'account-id.leading-zeros'],
    ['act-1a2b3c4d', 'account-id.is-spot-account'],
    ['arn:aws:iam::111122223333:role/SpotRole', 'account-id.is-arn'],
    ['11112222333x', 'account-id.not-digits'],
    ['1111--2222--3333', 'account-id.not-digits'],
    ['-111122223333', 'account-id.not-digits'],
    ['١١١١٢٢٢٢٣٣٣٣', 'account-id.not-digits'],
  ])('is not read from %j: %s', (text, code) => {
    expect(outcomeOf(parseAccountId(text))).toBe(code)
  })

  test('says how many digits are there and how many AWS has', () => {
    const result = parseAccountId('1111222233334')
    expect(result).toMatchObject({ refusal: { params: { text: '1111222233334', digits: 13 } } })
  })

  test('with its leading zero lost is offered back whole, but not put right silently', () => {
    expect(remedyOf(parseAccountId('12345678901'))).toContain('012345678901')
  })

  test('inside an ARN is offered', () => {
    expect(remedyOf(parseAccountId('arn:aws:iam::111122223333:role/SpotRole'))).toContain('111122223333')
  })

  test('is grouped for the eye and reads back as the same digits', () => {
    expect(formatAccountId('111122223333')).toBe('1111 2222 3333')
    fc.assert(fc.property(accountIds, (id) => valueRead(parseAccountId(formatAccountId(id))) === id))
  })

  test('never comes out of any text unless it has twelve digits', () => {
    const digitsAndTheirLike = fc.stringMatching(/^[0-9 '.,:+Eact٣０–-]{0,20}$/)
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), digitsAndTheirLike), (text) => {
        const result = parseAccountId(text)
        expect(!result.ok || /^\d{12}$/.test(result.value)).toBe(true)
      }),
    )
  })
})
