/** Characters of a reply that are kept as its text; the file itself is kept whole. */
const MOST_TEXT = 20_000
/** Parts inside parts of a mail, and headers of one part: more is no letter of a person. */
const DEEPEST = 6
const MOST_PARTS = 200
/** Characters of a head that are read. */
const LONGEST_HEAD = 64_000

/**
 * What a dropped file says, for people to read and to search: the plain text of a mail (`.eml`) under its subject,
 * the text of a text file. Empty for everything else: a PDF is kept, not read.
 */
export function readReply(name: string, bytes: Uint8Array): string {
  const kind = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase()
  if (kind === 'txt' || kind === 'md') return clean(decode(bytes, 'utf-8'))
  if (kind !== 'eml') return ''
  const raw = latin1(bytes)
  const head = headersOf(raw)
  const subject = decodeWords(head.get('subject') ?? '')
  const from = decodeWords(head.get('from') ?? '')
  const text = plainText(raw, { parts: 0 }, 0) ?? ''
  return clean([from && `From: ${from}`, subject && `Subject: ${subject}`, '', text].join('\n'))
}

/** The first text/plain part; of a mail that has none, its HTML without the tags. */
function plainText(raw: string, seen: { parts: number }, depth: number): string | null {
  seen.parts += 1
  if (depth > DEEPEST || seen.parts > MOST_PARTS) return null
  const head = headersOf(raw)
  const type = head.get('content-type') ?? 'text/plain'
  const [, body] = halvesOf(raw)
  const boundary = parameter(type, 'boundary')
  if (/^multipart\//i.test(type) && boundary) {
    const parts = partsOf(body, boundary).map((part) => ({ part, type: headersOf(part).get('content-type') ?? '' }))
    // Plain text before HTML, whichever comes first in the mail.
    const ordered = [...parts.filter((p) => !/^text\/html/i.test(p.type)), ...parts]
    for (const { part } of ordered) {
      const text = plainText(part, seen, depth + 1)
      if (text !== null) return text
    }
    return null
  }
  if (!/^text\/(plain|html)\b/i.test(type) || /^attachment/i.test(head.get('content-disposition') ?? '')) return null
  const bytes = decodeTransfer(body, head.get('content-transfer-encoding') ?? '')
  const text = decode(bytes, parameter(type, 'charset') ?? 'utf-8')
  return /^text\/html/i.test(type) ? withoutTags(text) : text
}

function headersOf(raw: string): ReadonlyMap<string, string> {
  const [head] = halvesOf(raw)
  const lines = head.slice(0, LONGEST_HEAD).split(/\r?\n(?![ \t])/)
  const headers = new Map<string, string>()
  for (const line of lines) {
    const at = line.indexOf(':')
    const name = line.slice(0, at).toLowerCase()
    if (at > 0 && !headers.has(name)) {
      headers.set(
        name,
        line
          .slice(at + 1)
          .replace(/\r?\n[ \t]+/g, ' ')
          .trim(),
      )
    }
  }
  return headers
}

/** Head and body: the first empty line is between them, and stands first where a part has no head. */
function halvesOf(raw: string): readonly [head: string, body: string] {
  const gap = /(?:^|\r?\n)\r?\n/.exec(raw)
  return gap ? [raw.slice(0, gap.index), raw.slice(gap.index + gap[0].length)] : [raw, '']
}

function partsOf(body: string, boundary: string): readonly string[] {
  const marks = `\n${body}`.split(`\n--${boundary}`)
  return marks
    .slice(1)
    .filter((part) => !part.startsWith('--'))
    .map((part) => part.replace(/^[ \t]*\r?\n/, ''))
}

function parameter(value: string, name: string): string | null {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(value)
  return match?.[1] ?? match?.[2] ?? null
}

function decodeTransfer(body: string, encoding: string): Uint8Array {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return fromBase64Lines(body)
    case 'quoted-printable':
      return bytesOf(
        body
          .split(/\r?\n/)
          .map((line) => line.trimEnd())
          .join('\n')
          .replace(/=\n/g, '')
          .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
      )
    default:
      return bytesOf(body)
  }
}

/** Encoded words of a header (RFC 2047): `=?utf-8?Q?…?=`. */
function decodeWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?([^?]+)\?([QB])\?([^?]*)\?=/gi, (_, charset: string, kind: string, text: string) =>
      decode(
        kind.toUpperCase() === 'B'
          ? fromBase64Lines(text)
          : decodeTransfer(text.replaceAll('_', ' '), 'quoted-printable'),
        charset,
      ),
    )
}

function fromBase64Lines(text: string): Uint8Array {
  try {
    return bytesOf(atob(text.replace(/[^A-Za-z0-9+/]/g, '')))
  } catch {
    return new Uint8Array()
  }
}

function bytesOf(binary: string): Uint8Array {
  return Uint8Array.from(binary, (c) => c.charCodeAt(0) & 0xff)
}

function latin1(bytes: Uint8Array): string {
  const chunks: string[] = []
  for (let i = 0; i < bytes.length; i += 0x8000) chunks.push(String.fromCharCode(...bytes.subarray(i, i + 0x8000)))
  return chunks.join('')
}

function decode(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return new TextDecoder('utf-8').decode(bytes)
  }
}

function withoutTags(html: string): string {
  return html
    .split(/<\/?(?:style|script)\b[^<>]*>/i)
    .filter((_, i) => i % 2 === 0)
    .join('')
    .replace(/<(?:br|\/p|\/div|\/tr|\/li)\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
}

function clean(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\0', '')
    .replace(/\r\n|\r/g, '\n')
    .trim()
    .slice(0, MOST_TEXT)
}
