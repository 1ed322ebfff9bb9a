import { createHash } from 'node:crypto'
import type { Upload } from '../http/aws-chunked.ts'
import { AwsFault } from '../http/fault.ts'
import { header, type PracticeRequest } from '../http/request.ts'
import { type Checksum, crc32Of } from '../world/buckets.ts'

/** How a checksum is computed, where Node can; CRC-32C and CRC-64/NVME are kept as the client sent them. */
const algorithms: Record<string, ((bytes: Buffer) => string) | undefined> = {
  crc32: crc32Of,
  crc32c: undefined,
  crc64nvme: undefined,
  sha1: (bytes) => createHash('sha1').update(bytes).digest('base64'),
  sha256: (bytes) => createHash('sha256').update(bytes).digest('base64'),
}

/** The checksum that an upload carries in a header or a trailer, verified. Throws BadDigest or InvalidDigest. */
export function uploadChecksum(request: PracticeRequest, upload: Upload): Checksum | undefined {
  const md5 = header(request, 'content-md5')
  if (md5 !== undefined && md5 !== createHash('md5').update(upload.body).digest('base64')) {
    const sound = Buffer.from(md5, 'base64').length === 16
    throw sound
      ? new AwsFault('BadDigest', 'The Content-MD5 you specified did not match what we received.')
      : new AwsFault('InvalidDigest', 'The Content-MD5 you specified was invalid.')
  }
  for (const [algorithm, compute] of Object.entries(algorithms)) {
    const name = `x-amz-checksum-${algorithm}`
    const value = header(request, name) ?? upload.trailers[name]
    if (value === undefined) continue
    if (compute && compute(upload.body) !== value) {
      throw new AwsFault(
        'BadDigest',
        `The ${algorithm.toUpperCase()} you specified did not match the calculated checksum.`,
      )
    }
    return { algorithm, value }
  }
  return undefined
}

/** The headers that tell a checksum. */
export function checksumHeaders({ algorithm, value }: Checksum): Record<string, string> {
  return { [`x-amz-checksum-${algorithm}`]: value, 'x-amz-checksum-type': 'FULL_OBJECT' }
}
