import { expect, test } from 'vitest'
import { pictureType, textOf } from '../../../../electron/services/file-kind.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('a picture is told by its first bytes, and a drawing that can hold scripts is none', () => {
  expect(pictureType(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))).toBe('image/png')
  expect(pictureType(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe('image/jpeg')
  expect(pictureType(bytes('GIF89a'))).toBe('image/gif')
  expect(pictureType(bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeNull()
  expect(pictureType(new Uint8Array())).toBeNull()
})

test('a text is shown by its beginning, and what is no text is not', () => {
  expect(textOf(bytes('Söhne & Töchter'), 5)).toBe('Söhne')
  expect(textOf(bytes(''), 5)).toBe('')
  expect(textOf(Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe), 5)).toBeNull()
  expect(textOf(bytes('a\u0000b'), 5)).toBeNull()
  // A sign of two bytes on the edge of what is looked at is no fault.
  expect(textOf(bytes(`a${'ö'.repeat(40_000)}`), 3)).toBe('aöö')
})
