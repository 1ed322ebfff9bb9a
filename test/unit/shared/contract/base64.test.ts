import { afterEach, expect, it, vi } from 'vitest'
import { fromBase64, toBase64 } from '../../../../shared/contract/base64.ts'

afterEach(() => vi.unstubAllGlobals())

const long = new Uint8Array(100_003).map((_, n) => (n * 31) % 256)

it.each(['with what Node has', 'with what every engine has'])('bytes go through base64 and come back %s', (by) => {
  if (by !== 'with what Node has') vi.stubGlobal('Buffer', undefined)
  for (const bytes of [new Uint8Array(), new Uint8Array([0]), new Uint8Array([255, 0]), long.subarray(3), long]) {
    const text = toBase64(bytes)
    expect(text).toMatch(/^[A-Za-z0-9+/]*={0,2}$/)
    expect(fromBase64(text)).toEqual(new Uint8Array(bytes))
  }
})

it('a text that is no base64 gives nothing', () => {
  expect(fromBase64('a*b')).toBeNull()
})
