import { AwsFault } from '../http/fault.ts'
import { header, type PracticeRequest } from '../http/request.ts'
import type { StoredObject } from '../world/buckets.ts'

/** Throws 412 or 304 where a condition of the request does not hold, in the order of RFC 9110. */
export function checkReadConditions(request: PracticeRequest, object: StoredObject): void {
  const [match, noneMatch] = [header(request, 'if-match'), header(request, 'if-none-match')]
  const [since, unmodified] = [header(request, 'if-modified-since'), header(request, 'if-unmodified-since')]
  const modified = Math.floor(object.lastModified / 1000) * 1000
  if (
    match !== undefined ? !names(match, object.etag) : unmodified !== undefined && modified > Date.parse(unmodified)
  ) {
    throw preconditionFailed(match !== undefined ? 'If-Match' : 'If-Unmodified-Since')
  }
  if (noneMatch !== undefined ? names(noneMatch, object.etag) : since !== undefined && modified <= Date.parse(since)) {
    const headers = { etag: `"${object.etag}"`, 'last-modified': new Date(object.lastModified).toUTCString() }
    throw new AwsFault('NotModified', 'Not Modified', 304, {}, headers)
  }
}

/** `If-None-Match: *` creates only, `If-Match` replaces only what the client has seen. */
export function checkWriteConditions(request: PracticeRequest, existing: StoredObject | undefined): void {
  const [match, noneMatch] = [header(request, 'if-match'), header(request, 'if-none-match')]
  if (noneMatch !== undefined && existing && names(noneMatch, existing.etag)) throw preconditionFailed('If-None-Match')
  if (match !== undefined && !existing) throw new AwsFault('NoSuchKey', 'The specified key does not exist.', 404)
  if (match !== undefined && existing && !names(match, existing.etag)) throw preconditionFailed('If-Match')
}

export type Range = { readonly start: number; readonly end: number }

/**
 * The bytes that a request asks for, `end` excluded; undefined for the whole object, also where the header makes no
 * sense. Throws InvalidRange for a range outside the object.
 */
export function readRange(request: PracticeRequest, size: number): Range | undefined {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header(request, 'range') ?? '') ?? []
  if (first === '' && last === '') return undefined
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size : Math.min(size, Number(last) + 1)
  if (start < end) return { start, end }
  throw new AwsFault('InvalidRange', 'The requested range is not satisfiable', 416, {
    RangeRequested: header(request, 'range') ?? '',
    ActualObjectSize: String(size),
  })
}

function names(condition: string, etag: string): boolean {
  return condition.split(',').some((one) => ['*', etag].includes(one.trim().replace(/^(?:W\/)?"(.*)"$/, '$1')))
}

function preconditionFailed(condition: string): AwsFault {
  const message = 'At least one of the pre-conditions you specified did not hold'
  return new AwsFault('PreconditionFailed', message, 412, { Condition: condition })
}
