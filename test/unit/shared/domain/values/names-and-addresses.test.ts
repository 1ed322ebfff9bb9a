import { describe, expect, test } from 'vitest'
import { parseContactEmail } from '../../../../../shared/domain/values/contact-email.ts'
import { parseDisplayName } from '../../../../../shared/domain/values/display-name.ts'
import { shown } from '../../../../../shared/domain/values/typed-text.ts'
import { outcomeOf, valueRead } from '../../../../support/parsing.ts'

describe('the name of a customer or company', () => {
  test.each([
    ['  Müller & Söhne GmbH ', 'Müller & Söhne GmbH'],
    ['株式会社アクメ', '株式会社アクメ'],
    ['Acme   Corp', 'Acme Corp'],
    ['=SUM(A1)', '=SUM(A1)'],
  ])('%j is kept as %j', (text, name) => {
    expect(valueRead(parseDisplayName(text))).toBe(name)
  })

  test.each([
    ['', 'name.missing'],
    ['\u200B', 'name.missing'],
    ['Acme\nBcc: x', 'name.unprintable'],
    ['Acme\u202Egnp.exe', 'name.unprintable'],
    ['x'.repeat(201), 'name.too-long'],
  ])('%j is refused: %s', (text, code) => {
    expect(outcomeOf(parseDisplayName(text))).toBe(code)
  })
})

describe('the e-mail address of a contact', () => {
  test.each([
    ['support@spot.io', 'support@spot.io'],
    ['mailto:support@spot.io', 'support@spot.io'],
    ['Ana Kern <ana.kern+eco@example.co.uk>', 'ana.kern+eco@example.co.uk'],
  ])('%j is read as %s', (text, address) => {
    expect(valueRead(parseContactEmail(text))).toBe(address)
  })

  test.each([
    ['', 'contact-email.missing'],
    ['ana', 'contact-email.malformed'],
    ['ana@example', 'contact-email.malformed'],
    ['ana@@example.com', 'contact-email.malformed'],
    ['ana@example.com, bo@example.com', 'contact-email.malformed'],
    ['ana@example.com\r\nBcc: x@y.zz', 'contact-email.malformed'],
    [`${'a'.repeat(65)}@example.com`, 'contact-email.malformed'],
  ])('%j is refused: %s', (text, code) => {
    expect(outcomeOf(parseContactEmail(text))).toBe(code)
  })
})

test('a quoted text is short and shows nothing unprintable', () => {
  expect(shown('a\u0000b\u202Ec')).toBe('a·b·c')
  expect(Array.from(shown('😀'.repeat(500)))).toHaveLength(80)
})
