import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountCell, cellText, isFormula, orgIdsCell, safeCell } from '../../../../../shared/domain/exchange/cells.ts'
import { parseAccountId } from '../../../../../shared/domain/values/account-id.ts'
import { parseOrgIds } from '../../../../../shared/domain/values/org-id.ts'

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', ' ', '\t', '\n', '\r', '|', '%', '＝', 'a', '1', '"') }),
)
const account = fc.stringMatching(/^\d{12}$/)

describe('a cell', () => {
  it.each(['=1+1', '+49 30 1234', '-1', '@SUM(A1)', '\t=1', ' =cmd|’ /C calc’!A0', '＝1', "'=1", '%0A'])(
    'is never run by a spreadsheet: %j',
    (text) => {
      expect(isFormula(safeCell(text))).toBe(false)
      expect(safeCell(text)).toBe(`'${text}`)
    },
  )

  it.each(['Acme', "'s-Hertogenbosch BV", 'a=b', '1111-2222-3333', '', '3M'])(
    'stays as it is otherwise: %j',
    (text) => {
      expect(safeCell(text)).toBe(text)
    },
  )

  it('gives back every text that went in, and none that went in is a formula', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const cell = safeCell(text)
        expect(isFormula(cell)).toBe(false)
        // What people write by hand to keep zeros is read as they mean it.
        if (!/^="[^"]*"$/.test(cell)) expect(cellText(cell)).toBe(text)
      }),
      { numRuns: 2_000 },
    )
  })

  it('of Excel’s own way to keep zeros is read as the text it shows', () => {
    expect(cellText('="001122223333"')).toBe('001122223333')
  })

  it('with an account is no number, keeps its zeros and reads back', () => {
    fc.assert(
      fc.property(account, (id) => {
        expect(Number.isNaN(Number(accountCell(id)))).toBe(true)
        expect(accountCell(id).replace(/\D/g, '')).toBe(id)
        expect(parseAccountId(accountCell(id))).toMatchObject({ ok: true, value: id })
      }),
    )
    expect(accountCell('001122223333')).toBe('0011-2222-3333')
  })

  it('with Org IDs is no number, even with a single one, and reads back', () => {
    fc.assert(
      fc.property(fc.uniqueArray(account, { minLength: 1, maxLength: 5 }), (ids) => {
        expect(Number.isNaN(Number(orgIdsCell(ids)))).toBe(true)
        expect(parseOrgIds(orgIdsCell(ids))).toMatchObject({ ok: true, value: ids })
      }),
    )
    expect(orgIdsCell([])).toBe('')
  })
})
