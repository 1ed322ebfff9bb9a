import { inflateSync } from 'node:zlib'

/**
 * The words of a PDF that Chromium has printed: its glyphs, by the table that each font carries of what they mean.
 * Good for looking whether something stands in it; not for the order of columns.
 */
export function pdfText(pdf: Buffer): string {
  const objects = objectsOf(pdf)
  const tables = new Map<string, ReadonlyMap<string, string>>()
  for (const [number, { head }] of objects) {
    const unicode = /\/ToUnicode (\d+) 0 R/.exec(head)?.[1]
    if (unicode !== undefined) tables.set(`F${number}`, glyphsOf(objects.get(unicode)?.body ?? ''))
  }
  return (
    [...objects.values()]
      .filter(({ body }) => /\bTf\b/.test(body))
      .map(({ body }) => wordsOf(body, tables))
      .join('\n')
      // One glyph draws both; the font’s table names the other.
      .replaceAll('\u02bc', '\u2019')
  )
}

interface PdfObject {
  readonly head: string
  /** Its stream, inflated; empty where it has none. */
  readonly body: string
}

function objectsOf(pdf: Buffer): ReadonlyMap<string, PdfObject> {
  const text = pdf.toString('latin1')
  const objects = new Map<string, PdfObject>()
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\b/g)) {
    const start = match.index + match[0].length
    const end = text.indexOf('endobj', start)
    const stream = /stream\r?\n/.exec(text.slice(start, end))
    const head = text.slice(start, stream ? start + stream.index : end)
    objects.set(match[1] ?? '', {
      head,
      body: stream ? bodyOf(pdf, start + stream.index + stream[0].length, head) : '',
    })
  }
  return objects
}

function bodyOf(pdf: Buffer, from: number, head: string): string {
  const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0)
  const bytes = pdf.subarray(from, from + length)
  return (head.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1')
}

/** What each glyph of a font means, by its hexadecimal digits: two of a drawn font, four of another. */
function glyphsOf(table: string): ReadonlyMap<string, string> {
  const glyphs = new Map<string, string>()
  for (const [, block = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', sign = ''] of block.matchAll(/<(\w+)> <(\w+)>/g)) glyphs.set(glyph, signsOf(sign))
  }
  for (const [, block = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first = '', last = '', sign = ''] of block.matchAll(/<(\w+)> <(\w+)> <(\w{4})>/g)) {
      for (let n = Number.parseInt(first, 16); n <= Number.parseInt(last, 16); n += 1) {
        const at = Number.parseInt(sign, 16) + n - Number.parseInt(first, 16)
        glyphs.set(n.toString(16).padStart(first.length, '0').toUpperCase(), String.fromCharCode(at))
      }
    }
  }
  return glyphs
}

function signsOf(hex: string): string {
  return (hex.match(/\w{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('')
}

function wordsOf(content: string, tables: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let glyphs: ReadonlyMap<string, string> = new Map()
  let words = ''
  for (const [, font, hex] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g)) {
    if (font !== undefined) glyphs = tables.get(font) ?? new Map()
    else {
      const width = glyphs.keys().next().value?.length ?? 4
      const codes = hex?.match(new RegExp(`\\w{${width}}`, 'g')) ?? []
      words += codes.map((glyph) => glyphs.get(glyph.toUpperCase()) ?? '').join('')
    }
  }
  return words
}
