import { AwsFault } from './fault.ts'
import { header, type PracticeRequest } from './request.ts'

export type Upload = { readonly body: Buffer; readonly trailers: Readonly<Record<string, string>> }

/**
 * The content of an upload. The SDK and the command line send it in signed or unsigned chunks, with checksums in
 * trailers, under Content-Encoding aws-chunked. Throws IncompleteBody when the chunks do not add up.
 */
export function readUpload(request: PracticeRequest): Upload {
  const encodings = (header(request, 'content-encoding') ?? '').split(',').map((part) => part.trim())
  const streaming = header(request, 'x-amz-content-sha256')?.startsWith('STREAMING-') === true
  if (!encodings.includes('aws-chunked') && !streaming) return { body: request.body, trailers: {} }
  const upload = decode(request.body)
  const declared = header(request, 'x-amz-decoded-content-length')
  if (!upload || (declared !== undefined && Number(declared) !== upload.body.length)) {
    const message = 'You did not provide the number of bytes specified by the Content-Length HTTP header'
    throw new AwsFault('IncompleteBody', message, 400)
  }
  return upload
}

function decode(source: Buffer): Upload | undefined {
  const chunks: Buffer[] = []
  let at = 0
  const line = () => {
    const end = source.indexOf('\r\n', at)
    if (end < 0) return undefined
    const text = source.toString('latin1', at, end)
    at = end + 2
    return text
  }
  for (;;) {
    const size = /^([0-9a-fA-F]{1,8})(?:;chunk-signature=[0-9a-f]+)?$/.exec(line() ?? '')?.[1]
    if (size === undefined) return undefined
    const length = Number.parseInt(size, 16)
    if (length === 0) break
    const chunk = source.subarray(at, at + length)
    at += length
    if (chunk.length < length || line() !== '') return undefined
    chunks.push(chunk)
  }
  const trailers: Record<string, string> = {}
  for (let text = line(); text; text = line()) {
    const colon = text.indexOf(':')
    if (colon > 0) trailers[text.slice(0, colon).trim().toLowerCase()] = text.slice(colon + 1).trim()
  }
  return { body: Buffer.concat(chunks), trailers }
}
