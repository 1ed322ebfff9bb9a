/** Pictures that can be shown. Drawings that can hold scripts are none. */
export type PictureType = 'image/png' | 'image/jpeg' | 'image/gif'

/** Bytes by which a text is told from anything else. */
const LOOKED_AT = 65_536

/** What a picture says it is by its first bytes; its name proves nothing. */
export function pictureType(bytes: Uint8Array): PictureType | null {
  const starts = (...head: readonly number[]) => head.every((byte, i) => bytes[i] === byte)
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (starts(0x47, 0x49, 0x46, 0x38)) return 'image/gif'
  return null
}

/** The beginning of a file that is text in UTF-8; null where it is something else. @param most characters */
export function textOf(bytes: Uint8Array, most: number): string | null {
  let end = Math.min(bytes.length, LOOKED_AT)
  // Not in the middle of a sign.
  while (end > 0 && isContinuation(bytes[end])) end -= 1
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end))
    return text.includes('\u0000') ? null : text.slice(0, most)
  } catch {
    return null
  }
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte < 0xc0
}
