/** Bytes as base64 text: how the contract carries them, because JSON has no other way. */
export function toBase64(bytes: Uint8Array): string {
  const chunks: string[] = []
  // In pieces: a call with a million arguments overflows the stack.
  for (let i = 0; i < bytes.length; i += 0x8000) chunks.push(String.fromCharCode(...bytes.subarray(i, i + 0x8000)))
  return btoa(chunks.join(''))
}

/** The bytes of a base64 text; null where the text is not base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    const binary = atob(text)
    const bytes = new Uint8Array(binary.length)
    for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i)
    return bytes
  } catch {
    return null
  }
}
