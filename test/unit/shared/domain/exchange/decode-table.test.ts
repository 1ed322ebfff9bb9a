import { describe, expect, it } from 'vitest'
import { decodeTable, detectDelimiter } from '../../../../../shared/domain/exchange/decode-table.ts'

const TEXT = 'Kunde;Konto\r\nZürich & Söhne 東京;001122223333\r\n'
const utf16 = (text: string, order: 'le' | 'be', mark = true) => {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le')
  return new Uint8Array(order === 'le' ? bytes : bytes.swap16())
}

describe('the bytes of a table', () => {
  it.each<[string, Uint8Array, string]>([
    ['UTF-8', new TextEncoder().encode(TEXT), 'UTF-8'],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${TEXT}`), 'UTF-8'],
    ['UTF-16, little end first', utf16(TEXT, 'le'), 'UTF-16'],
    ['UTF-16, big end first', utf16(TEXT, 'be'), 'UTF-16'],
    ['UTF-16 without a mark', utf16(TEXT, 'le', false), 'UTF-16'],
    ['UTF-16 without a mark, big end first', utf16(TEXT, 'be', false), 'UTF-16'],
  ])('are read as %s', (_name, bytes, encoding) => {
    expect(decodeTable(bytes)).toEqual({ text: TEXT, encoding })
  })

  it('of an older spreadsheet are read as Windows-1252', () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode('Z'), 0xfc, ...new TextEncoder().encode('rich,1\n')])
    expect(decodeTable(bytes)).toEqual({ text: 'Zürich,1\n', encoding: 'Windows-1252' })
  })

  it.each<[string, number[], string]>([
    ['nothing', [], 'import.empty'],
    ['an Excel workbook', [0x50, 0x4b, 0x03, 0x04, 1], 'import.is-workbook'],
    ['an old Excel workbook', [0xd0, 0xcf, 0x11, 0xe0, 1], 'import.is-workbook'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 0xff, 0, 0], 'import.not-text'],
  ])('that are %s are refused', (_name, bytes, code) => {
    expect(decodeTable(Uint8Array.from(bytes))).toMatchObject({ refused: true, code })
  })
})

describe('the delimiter', () => {
  it.each([
    ['a,b,c\n1;2;3;4', ','],
    ['a;b;c\n1,2,3,4', ';'],
    ['a\tb\tc', '\t'],
    ['"a,b,c,d";"e"\n', ';'],
    ['\r\n\n a;b', ';'],
    ['"line one\nline, two";b', ';'],
    ['one', ','],
  ])('of %j is %j', (text, delimiter) => {
    expect(detectDelimiter(text)).toEqual({ delimiter, text, skipped: 0 })
  })

  it('is what the file itself says, and that line is no row', () => {
    expect(detectDelimiter('sep=;\r\na,b,c;d')).toEqual({ delimiter: ';', text: 'a,b,c;d', skipped: 1 })
  })
})
