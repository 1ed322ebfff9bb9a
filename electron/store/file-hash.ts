import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'

/** Bytes read at once, always into the same memory: a stream takes new memory for each, and half its time to give it back. */
const AT_ONCE = 1_048_576

/**
 * SHA-256 of a file, or of a part of it, as hex, without holding it in memory; others have their turn between two reads.
 * What lies behind the end of the file is not there, and not hashed.
 */
export async function fileHash(path: string, part: { readonly start: number; readonly size: number } | null = null) {
  const hash = createHash('sha256')
  const memory = Buffer.allocUnsafeSlow(AT_ONCE)
  const file = await open(path, 'r')
  try {
    let at = part?.start ?? 0
    const end = part === null ? Number.POSITIVE_INFINITY : at + part.size
    while (at < end) {
      const { bytesRead } = await file.read(memory, 0, Math.min(AT_ONCE, end - at), at)
      if (bytesRead === 0) break
      hash.update(memory.subarray(0, bytesRead))
      at += bytesRead
    }
  } finally {
    await file.close()
  }
  return hash.digest('hex')
}
