/** What Node has: sixty times as fast as what every engine has. */
interface Native {
  readonly Buffer?: {
    from(bytes: ArrayBufferLike, at: number, length: number): { toString(as: 'base64'): string }
    from(text: string, as: 'latin1'): Uint8Array
  }
}

/** Bytes as base64 text: how the contract carries them, because JSON has no other way. */
export function toBase64(bytes: Uint8Array): string {
  const { Buffer } = globalThis as Native
  if (Buffer) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  const chunks: string[] = []
  // In pieces of whole threes: a call with a million arguments overflows the stack.
  for (let i = 0; i < bytes.length; i += 0x6000) {
    chunks.push(btoa(String.fromCharCode.apply(null, bytes.subarray(i, i + 0x6000) as unknown as number[])))
  }
  return chunks.join('')
}

/** The bytes of a base64 text; null where the text is not base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    const binary = atob(text)
    const { Buffer } = globalThis as Native
    if (Buffer) return new Uint8Array(Buffer.from(binary, 'latin1'))
    const bytes = new Uint8Array(binary.length)
    for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i)
    return bytes
  } catch {
    return null
  }
}
