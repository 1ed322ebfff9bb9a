import { type Finding, finding } from '../finding.ts'
import { notParsed, type Parsed, parsed } from '../parsed.ts'
import { refuse } from '../refusal.ts'
import { recogniseOther } from './recognise.ts'

/** The largest file that is read at all, in bytes. AWS's own has 9 to 10 KB. */
export const LARGEST_TEMPLATE = 64 * 1024

/** How files that are no text begin. */
const SIGNATURES: readonly (readonly [kind: string, start: readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
]

/**
 * The text of a file that should be a crawler template. Looks at no more than 64 KiB, whatever the size; names archives,
 * other encodings, and the pages and error answers that people save in its place.
 */
export function decodeTemplate(file: Uint8Array | string): Parsed<string> {
  const head =
    typeof file === 'string'
      ? new TextEncoder().encode(file.slice(0, LARGEST_TEMPLATE + 1))
      : file.subarray(0, LARGEST_TEMPLATE + 1)
  if (head.length === 0) return notParsed(refuse('crawler-template.empty', {}))
  const kind = SIGNATURES.find(([, start]) => start.every((byte, i) => head[i] === byte))?.[0]
  if (kind !== undefined) return notParsed(refuse('crawler-template.binary', { kind }))
  if (isUtf16(head)) return notParsed(refuse('crawler-template.utf-16', {}))

  const tooLarge = head.length > LARGEST_TEMPLATE
  const text = decodeUtf8(head, tooLarge)
  if (text === null) return notParsed(refuse('crawler-template.not-utf-8', {}))
  const other = recogniseOther(text)
  if (other) return notParsed(other)
  if (tooLarge) return notParsed(refuse('crawler-template.too-large', { kib: LARGEST_TEMPLATE / 1024 }))
  if (text.trim() === '') return notParsed(refuse('crawler-template.empty', {}))
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/.test(text)) {
    return notParsed(refuse('crawler-template.binary', { kind: 'binary' }))
  }
  const marked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf
  const findings: readonly Finding[] = marked ? [finding('warning', 'crawler-template.byte-order-mark', {})] : []
  return parsed(text, findings)
}

/** A byte order mark of UTF-16, or a file of mostly ASCII in which every second byte is zero. */
function isUtf16(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true
  return (a === 0 && b !== 0 && c === 0) || (a !== 0 && b === 0 && c !== 0 && d === 0)
}

function decodeUtf8(bytes: Uint8Array, cut: boolean): string | null {
  try {
    // A head cut at 64 KiB may end within a character; it is only looked at, never read as a template.
    return new TextDecoder('utf-8', { fatal: !cut }).decode(bytes)
  } catch {
    return null
  }
}
