import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { AwsFault } from './fault.ts'

/** One HTTP request, read to its end. */
export type PracticeRequest = {
  readonly method: string
  /** Path as sent, still percent-encoded, without the query. */
  readonly path: string
  readonly query: URLSearchParams
  /** Host header without the port, lower case. */
  readonly host: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** More than any file of this procedure by far; S3's own limit is 5 GB. */
const maxBodyBytes = 64 * 1024 * 1024

/** Reads a request. Throws EntityTooLarge beyond 64 MiB. */
export async function readRequest(message: IncomingMessage): Promise<PracticeRequest> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBodyBytes) throw new AwsFault('EntityTooLarge', 'The practice AWS takes bodies up to 64 MiB.', 400)
    chunks.push(chunk)
  }
  const target = message.url ?? '/'
  const mark = target.indexOf('?')
  return {
    method: message.method ?? 'GET',
    path: mark < 0 ? target : target.slice(0, mark),
    query: new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1)),
    host: (message.headers.host ?? '').replace(/:\d+$/, '').toLowerCase(),
    headers: message.headers,
    body: Buffer.concat(chunks),
  }
}

/** One header as text, or undefined. */
export function header(request: PracticeRequest, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}
