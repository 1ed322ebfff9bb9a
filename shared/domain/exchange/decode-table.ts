import { type Decided, refuse } from '../refusal.ts'

export interface DecodedText {
  readonly text: string
  readonly encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252'
}

/** Bytes looked at to tell an encoding by. */
const SAMPLE = 4_096

/**
 * The text of a table file: UTF-8 or UTF-16 by its mark, UTF-16 without one by its zeros, else UTF-8; what is not that
 * either is read as Windows-1252, as older spreadsheets write, and told. Refuses what is no text at all.
 */
export function decodeTable(bytes: Uint8Array): Decided<DecodedText> {
  if (bytes.length === 0) return refuse('import.empty', {})
  if (isSpreadsheetFile(bytes)) return refuse('import.is-workbook', {})
  const wide = wideEncoding(bytes)
  if (wide !== null) return { text: decode(bytes, wide) ?? '', encoding: 'UTF-16' }
  const narrow = decode(bytes, 'utf-8')
  if (narrow !== null && !narrow.includes('\0')) return { text: narrow, encoding: 'UTF-8' }
  if (bytes.subarray(0, SAMPLE).includes(0)) return refuse('import.not-text', {})
  return { text: decode(bytes, 'windows-1252') ?? '', encoding: 'Windows-1252' }
}

/** A zip (xlsx, ods) or the old Excel format. */
function isSpreadsheetFile(bytes: Uint8Array): boolean {
  const starts = (...head: readonly number[]) => head.every((byte, i) => bytes[i] === byte)
  return starts(0x50, 0x4b, 0x03, 0x04) || starts(0xd0, 0xcf, 0x11, 0xe0)
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, SAMPLE)
  const zeros = [0, 0]
  for (const [i, byte] of sample.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  // Latin letters have one zero byte of two; a table of other letters still has delimiters and digits.
  const enough = sample.length / 8
  if (odd > enough && even === 0) return 'utf-16le'
  return even > enough && odd === 0 ? 'utf-16be' : null
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: encoding === 'utf-8' }).decode(bytes)
  } catch {
    return null
  }
}

export const DELIMITERS = [',', ';', '\t'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** The delimiter of a table and its text without the line `sep=;` by which spreadsheets say it. */
export function detectDelimiter(text: string): {
  readonly delimiter: Delimiter
  readonly text: string
  readonly skipped: number
} {
  const said = /^sep=([,;\t])(?:\r\n|\r|\n)/i.exec(text)
  if (said) return { delimiter: said[1] as Delimiter, text: text.slice(said[0].length), skipped: 1 }
  const counts = countInHead(text)
  const best = DELIMITERS.reduce((a, b) => ((counts.get(b) ?? 0) > (counts.get(a) ?? 0) ? b : a))
  return { delimiter: best, text, skipped: 0 }
}

/** How often each stands in the first line that is not blank, outside of quotes. */
function countInHead(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  let isQuoted = false
  let isBlank = true
  for (const sign of text.slice(0, 100_000)) {
    if (sign === '"') isQuoted = !isQuoted
    else if (!isQuoted && (sign === '\n' || sign === '\r')) {
      if (!isBlank) break
    } else if (!isQuoted) counts.set(sign, (counts.get(sign) ?? 0) + 1)
    if (!/\s/.test(sign)) isBlank = false
  }
  return counts
}
