import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeCsv } from '../../../electron/store/csv.ts'
import { cellText } from '../../../shared/domain/exchange/cells.ts'
import { readTable } from '../../support/read-table.ts'

const linesOf = async (text: string) => (await readTable(text)).map(({ line, cells }) => [line, ...cells])
const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r\n', ' ', '=', "'", 'é', '東') })

describe('a table', () => {
  it('reads back as it was written, whatever is in its cells', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 }), async (rows) => {
        const text = writeCsv(rows)
        const read = (await readTable(text)).map(({ cells }) => cells.map(cellText))
        expect(read).toEqual(rows.filter((cells) => cells.some((one) => one !== '')))
      }),
    )
  })

  it.each([
    ['\n', 'line feeds'],
    ['\r\n', 'CRLF'],
    ['\r', 'carriage returns'],
  ])('names the line on which each row begins, with %j at line ends (%s)', async (end) => {
    expect(await linesOf(['a,b', '"x', 'y",2', '', 'c,d'].join(end))).toEqual([
      [1, 'a', 'b'],
      [2, `x${end}y`, '2'],
      [5, 'c', 'd'],
    ])
  })

  it('is read the same wherever one piece of it ends and the next begins', async () => {
    const row = (n: number) => [`Zürich "東京"\r\n${n}`, 'x'.repeat(n % 90)]
    const rows = Array.from({ length: 2_000 }, (_, n) => row(n))
    const read = await readTable(writeCsv(rows))
    expect(read.map(({ cells }) => cells)).toEqual(rows)
    expect(read.map(({ line }) => line)).toEqual(rows.map((_, n) => 1 + 2 * n))
  })

  it('may end its lines one way and its cells another', async () => {
    expect(await linesOf('a,b\r\n"x\ny\n",2\nc,d')).toEqual([
      [1, 'a', 'b'],
      [2, 'x\ny\n', '2'],
      [5, 'c', 'd'],
    ])
  })

  it.each([
    ['a,b\n"x,y\nz', 2, 'open-quote'],
    ['a,b\nc,d\n"x"y,z\n', 3, 'quote-inside'],
    ['a,b\nx"y,z\n', 2, 'quote-inside'],
  ])('that is broken is refused with its line: %j', async (text, line, reason) => {
    await expect(readTable(text)).rejects.toThrow(
      expect.objectContaining({ refusal: expect.objectContaining({ code: 'csv.broken', params: { line, reason } }) }),
    )
  })
})
