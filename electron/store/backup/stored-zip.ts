import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { fileHash } from '../file-hash.ts'

/** One file in the zip: its bytes lie there as they are. */
export interface StoredEntry {
  readonly name: string
  /** Place of its first byte in the zip. */
  readonly start: number
  readonly size: number
}

/** The file is no zip as the app writes them. */
export class NotStored extends Error {}

const END = { signature: 0x06054b50, size: 22 }
const LOCATOR = { signature: 0x07064b50, size: 20 }
const END64 = { signature: 0x06064b50, size: 56 }
const CENTRAL = { signature: 0x02014b50, size: 46 }
const LOCAL = { signature: 0x04034b50, size: 30 }
/** In place of a number of four bytes: it stands in the zip64 field. */
const IN_ZIP64 = 0xffffffff
/** Bytes of directory that are read: more than a million files. */
const MOST_DIRECTORY = 200_000_000
/** Flags that a stored entry may carry: sizes after the data, a name in UTF-8. */
const KNOWN_FLAGS = 0x0808

/**
 * The entries of a zip whose files are stored without compression, read strictly: nothing before, between or after
 * what the directory says, no name twice. Throws NotStored. The file comes from anywhere; no byte of it is trusted.
 */
export async function readStoredZip(path: string): Promise<readonly StoredEntry[]> {
  const file = await open(path, 'r')
  try {
    return await readEntries(file, (await file.stat()).size)
  } finally {
    await file.close()
  }
}

/** The bytes of an entry as a stream. */
export function entryStream(path: string, { start, size }: StoredEntry): Readable {
  // A range of a file cannot be empty; an entry can.
  return size === 0 ? Readable.from([]) : createReadStream(path, { start, end: start + size - 1 })
}

/** SHA-256 of an entry, as hex. */
export function entryHash(path: string, entry: StoredEntry): Promise<string> {
  return fileHash(path, entry)
}

async function readEntries(file: FileHandle, fileSize: number): Promise<readonly StoredEntry[]> {
  const { count, start, end } = await readEnd(file, fileSize)
  if (end - start > MOST_DIRECTORY) throw new NotStored('its directory is too large')
  const directory = await read(file, start, end - start)
  const entries: StoredEntry[] = []
  let at = 0
  let expected = 0
  for (let n = 0; n < count; n += 1) {
    const { entry, next, following } = await readEntry(file, directory, at, expected, start)
    entries.push(entry)
    at = next
    expected = following
  }
  if (at !== directory.length) throw new NotStored('its directory holds more than it says')
  if (expected !== start) throw new NotStored('it holds more than its directory says')
  if (new Set(entries.map(({ name }) => name)).size !== entries.length) throw new NotStored('a name is there twice')
  return entries
}

async function readEnd(file: FileHandle, fileSize: number) {
  const at = fileSize - END.size
  const end = await read(file, at, END.size)
  demand(end.readUInt32LE(0) === END.signature && end.readUInt16LE(20) === 0, 'it does not end as a zip does')
  const [count, size, start] = [end.readUInt16LE(10), end.readUInt32LE(12), end.readUInt32LE(16)]
  if (count !== 0xffff && size !== IN_ZIP64 && start !== IN_ZIP64) {
    demand(start + size === at, 'its directory is not where it should be')
    return { count, start, end: at }
  }
  const locator = await read(file, at - LOCATOR.size, LOCATOR.size)
  demand(locator.readUInt32LE(0) === LOCATOR.signature, 'it does not end as a large zip does')
  const at64 = number(locator.readBigUInt64LE(8))
  demand(at64 === at - LOCATOR.size - END64.size, 'its end is not where it should be')
  const end64 = await read(file, at64, END64.size)
  demand(end64.readUInt32LE(0) === END64.signature, 'it does not end as a large zip does')
  const start64 = number(end64.readBigUInt64LE(48))
  demand(start64 + number(end64.readBigUInt64LE(40)) === at64, 'its directory is not where it should be')
  return { count: number(end64.readBigUInt64LE(32)), start: start64, end: at64 }
}

async function readEntry(file: FileHandle, directory: Buffer, at: number, expected: number, limit: number) {
  demand(at + CENTRAL.size <= directory.length, 'its directory is cut off')
  demand(directory.readUInt32LE(at) === CENTRAL.signature, 'its directory is damaged')
  const flags = directory.readUInt16LE(at + 8)
  demand((flags & ~KNOWN_FLAGS) === 0, 'an entry is encrypted or of an unknown kind')
  demand(directory.readUInt16LE(at + 10) === 0, 'an entry is compressed')
  const [nameLength, extraLength] = [directory.readUInt16LE(at + 28), directory.readUInt16LE(at + 30)]
  const next = at + CENTRAL.size + nameLength + extraLength + directory.readUInt16LE(at + 32)
  demand(next <= directory.length, 'its directory is cut off')
  const name = directory.toString('utf8', at + CENTRAL.size, at + CENTRAL.size + nameLength)
  const extra = directory.subarray(at + CENTRAL.size + nameLength, at + CENTRAL.size + nameLength + extraLength)
  const [size, packed, offset] = large(extra, [
    directory.readUInt32LE(at + 24),
    directory.readUInt32LE(at + 20),
    directory.readUInt32LE(at + 42),
  ])
  demand(size === packed, 'an entry is compressed')
  demand(offset === expected, 'an entry is not where it should be')
  demand(offset + LOCAL.size <= limit, 'an entry is cut off')
  const local = await read(file, offset, LOCAL.size)
  demand(local.readUInt32LE(0) === LOCAL.signature, 'an entry is damaged')
  const start = offset + LOCAL.size + local.readUInt16LE(26) + local.readUInt16LE(28)
  const localName = await read(file, offset + LOCAL.size, Math.min(local.readUInt16LE(26), 1_000))
  demand(localName.toString('utf8') === name, 'an entry has two names')
  const isDescribed = (flags & 8) !== 0
  const descriptor = isDescribed ? await descriptorSize(file, start + size, directory.readUInt32LE(at + 16), limit) : 0
  demand(start + size + descriptor <= limit, 'an entry is cut off')
  return { entry: { name, start, size }, next, following: start + size + descriptor }
}

/** Sizes after the data are 16 bytes long, or 24 in an entry of the large kind. */
async function descriptorSize(file: FileHandle, at: number, crc: number, limit: number): Promise<number> {
  demand(at + 16 <= limit, 'an entry is cut off')
  const found = await read(file, at, Math.min(28, limit - at))
  demand(found.readUInt32LE(0) === 0x08074b50 && found.readUInt32LE(4) === crc, 'an entry is damaged')
  const follows = (offset: number) =>
    at + offset === limit || (found.length >= offset + 4 && found.readUInt32LE(offset) === LOCAL.signature)
  if (follows(16)) return 16
  demand(follows(24), 'it holds more than its directory says')
  return 24
}

/** Puts the numbers of a zip64 field in the place of those that did not fit, in the field's order. */
function large(extra: Buffer, numbers: readonly [number, number, number]): readonly [number, number, number] {
  if (!numbers.includes(IN_ZIP64)) return numbers
  let at = 0
  while (at + 4 <= extra.length) {
    const length = extra.readUInt16LE(at + 2)
    if (extra.readUInt16LE(at) === 1) {
      const field = extra.subarray(at + 4, at + 4 + length)
      let used = 0
      const [a, b, c] = numbers.map((value) => {
        if (value !== IN_ZIP64) return value
        demand(used + 8 <= field.length, 'an entry is damaged')
        used += 8
        return number(field.readBigUInt64LE(used - 8))
      })
      return [a ?? 0, b ?? 0, c ?? 0]
    }
    at += 4 + length
  }
  throw new NotStored('an entry is damaged')
}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  demand(position >= 0 && length >= 0, 'it is cut off')
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position)
  demand(bytesRead === length, 'it is cut off')
  return buffer
}

function number(value: bigint): number {
  demand(value <= BigInt(Number.MAX_SAFE_INTEGER), 'an entry is damaged')
  return Number(value)
}

function demand(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new NotStored(otherwise)
}
