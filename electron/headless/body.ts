import type { IncomingMessage } from 'node:http'

/** A body, read: its text, or why there is none. `cut`: the connection ended before the body did. */
export type Body =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly why: 'too-large' | 'not-text' | 'cut' }

/**
 * Reads a body of UTF-8 text of at most `limit` bytes. What comes after the limit is discarded and never kept, so that
 * the sender gets to read the refusal; the host's time limit for a whole request bounds that.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Body> {
  return new Promise((resolve) => {
    const end = (body: Body) => {
      request.removeListener('data', onData)
      request.resume()
      resolve(body)
    }
    const chunks: Buffer[] = []
    let size = 0
    const onData = (chunk: Buffer) => {
      size += chunk.length
      if (size > limit) end({ ok: false, why: 'too-large' })
      else chunks.push(chunk)
    }
    if (Number(request.headers['content-length'] ?? 0) > limit) return end({ ok: false, why: 'too-large' })
    request.on('data', onData)
    request.once('end', () => end(decode(Buffer.concat(chunks))))
    request.once('close', () => end({ ok: false, why: 'cut' }))
    // A connection that breaks is told by `close`; without a listener the error would end the process.
    request.on('error', () => {})
  })
}

function decode(bytes: Buffer): Body {
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { ok: false, why: 'not-text' }
  }
}
