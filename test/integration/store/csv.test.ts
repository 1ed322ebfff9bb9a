import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv, writeCsv } from '../../../electron/store/csv.ts'
import { cellText } from '../../../shared/domain/exchange/cells.ts'

const linesOf = (text: string) => readCsv(text, ',').map(({ line, cells }) => [line, ...cells])
const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r\n', ' ', '=', "'", 'é', '東') })

describe('a table', () => {
  it('reads back as it was written, whatever is in its cells', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 }), (rows) => {
        const text = writeCsv(rows)
        const read = readCsv(text.replace(/^\uFEFF/, ''), ',').map(({ cells }) => cells.map(cellText))
        expect(read).toEqual(rows.filter((cells) => cells.some((one) => one !== '')))
      }),
    )
  })

  it.each([
    ['\n', 'line feeds'],
    ['\r\n', 'CRLF'],
    ['\r', 'carriage returns'],
  ])('names the line on which each row begins, with %j at line ends (%s)', (end) => {
    expect(linesOf(['a,b', '"x', 'y",2', '', 'c,d'].join(end))).toEqual([
      [1, 'a', 'b'],
      [2, `x${end}y`, '2'],
      [5, 'c', 'd'],
    ])
  })

  it('may end its lines one way and its cells another', () => {
    expect(linesOf('a,b\r\n"x\ny\n",2\nc,d')).toEqual([
      [1, 'a', 'b'],
      [2, 'x\ny\n', '2'],
      [5, 'c', 'd'],
    ])
  })

  it.each([
    ['a,b\n"x,y\nz', 2, 'open-quote'],
    ['a,b\nc,d\n"x"y,z\n', 3, 'quote-inside'],
    ['a,b\nx"y,z\n', 2, 'quote-inside'],
  ])('that is broken is refused with its line: %j', (text, line, reason) => {
    expect(() => readCsv(text, ',')).toThrow(
      expect.objectContaining({ refusal: expect.objectContaining({ code: 'csv.broken', params: { line, reason } }) }),
    )
  })
})
