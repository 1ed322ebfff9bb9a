import { crc32 } from 'node:zlib'
import { refuse } from '../../shared/domain/refusal.ts'
import type { ZipProblem } from '../../shared/text/messages/handover.ts'
import type { OutFile } from '../services/ports.ts'
import { StoreFault } from '../services/store-fault.ts'
import { isSafeName } from './safe-name.ts'

/** Sizes of the fixed parts of a zip, in bytes (APPNOTE 4.3). */
const END = 22
const CENTRAL = 46
const LOCAL = 30
/** The only flag that is taken: names are UTF-8. */
const UTF8 = 0x0800

/**
 * The files of a zip such as `zipFolder` writes: one folder, stored without compression, nothing before, between or
 * after. What is stored cannot grow when it is read, so there are no bombs; what says one thing in one place and
 * another in the next is refused. Throws `zip.refused` with the reason.
 */
export function readStoredZip(bytes: Uint8Array, folder: string): readonly OutFile[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { count, start, end } = directory(zip)
  const files: OutFile[] = []
  const names = new Set<string>()
  let at = start
  let next = 0
  for (let n = 0; n < count; n += 1) {
    const { entry, size } = centralEntry(zip, at, end)
    at += size
    const name = plainName(entry.name, folder)
    const same = name.normalize('NFC').toLowerCase()
    if (names.has(same)) throw problem('twice')
    names.add(same)
    // One after the other without a gap: no two share bytes, and none hides something.
    if (entry.offset !== next) throw problem('overlap')
    const content = localContent(zip, entry, start)
    next = entry.offset + LOCAL + entry.name.length + entry.size
    if (crc32(content) >>> 0 !== entry.crc) throw problem('altered')
    files.push({ name, bytes: new Uint8Array(content) })
  }
  if (at !== end || next !== start) throw problem('overlap')
  return files
}

interface Entry {
  readonly name: Buffer
  readonly crc: number
  readonly size: number
  readonly offset: number
}

function directory(zip: Buffer): { readonly count: number; readonly start: number; readonly end: number } {
  const end = zip.length - END
  if (zip.length < END || zip.readUInt32LE(0) !== 0x04034b50) throw problem('no-zip')
  // No comment after it: the end is where it has to be.
  if (zip.readUInt32LE(end) !== 0x06054b50 || zip.readUInt16LE(end + 20) !== 0) throw problem('cut-off')
  const [disk, first] = [zip.readUInt16LE(end + 4), zip.readUInt16LE(end + 6)]
  const [here, count] = [zip.readUInt16LE(end + 8), zip.readUInt16LE(end + 10)]
  const [size, start] = [zip.readUInt32LE(end + 12), zip.readUInt32LE(end + 16)]
  if (disk !== 0 || first !== 0 || here !== count) throw problem('several-parts')
  if (count === 0xffff || start === 0xffffffff) throw problem('too-large')
  if (start + size !== end) throw problem('overlap')
  return { count, start, end }
}

function centralEntry(zip: Buffer, at: number, end: number): { readonly entry: Entry; readonly size: number } {
  if (at + CENTRAL > end || zip.readUInt32LE(at) !== 0x02014b50) throw problem('cut-off')
  demandPlain(zip.readUInt16LE(at + 8), zip.readUInt16LE(at + 10))
  const [crc, packed, size] = [zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24)]
  const [name, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)]
  if (packed !== size) throw problem('compressed')
  if (extra !== 0 || comment !== 0 || zip.readUInt16LE(at + 34) !== 0) throw problem('extra')
  // The upper half of the attributes is the Unix mode: a link is not a file.
  const type = (zip.readUInt32LE(at + 38) >>> 16) & 0o170000
  if (type !== 0o100000 && type !== 0) throw problem('no-file')
  const length = CENTRAL + name
  if (at + length > end) throw problem('cut-off')
  const bytes = zip.subarray(at + CENTRAL, at + length)
  return { entry: { name: bytes, crc, size, offset: zip.readUInt32LE(at + 42) }, size: length }
}

/** The bytes behind the entry's own header, which has to say the same as the directory. */
function localContent(zip: Buffer, entry: Entry, limit: number): Buffer {
  const { offset, name, size, crc } = entry
  const from = offset + LOCAL + name.length
  if (from + size > limit || zip.readUInt32LE(offset) !== 0x04034b50) throw problem('cut-off')
  demandPlain(zip.readUInt16LE(offset + 6), zip.readUInt16LE(offset + 8))
  const says = [zip.readUInt32LE(offset + 14), zip.readUInt32LE(offset + 18), zip.readUInt32LE(offset + 22)]
  const lengths = [zip.readUInt16LE(offset + 26), zip.readUInt16LE(offset + 28)]
  const isSame = says[0] === crc && says[1] === size && says[2] === size
  const isNamed = lengths[0] === name.length && lengths[1] === 0 && zip.subarray(offset + LOCAL, from).equals(name)
  if (!isSame || !isNamed) throw problem('contradiction')
  return zip.subarray(from, from + size)
}

function demandPlain(flags: number, method: number): void {
  if ((flags & 1) !== 0) throw problem('encrypted')
  if ((flags & ~UTF8) !== 0) throw problem('extra')
  if (method !== 0) throw problem('compressed')
}

/** The file's name inside the one folder; no path leads anywhere else. */
function plainName(bytes: Buffer, folder: string): string {
  const path = bytes.toString('utf8')
  const name = path.slice(folder.length + 1)
  if (!Buffer.from(path, 'utf8').equals(bytes) || !path.startsWith(`${folder}/`) || !isSafeName(name))
    throw problem('path')
  return name
}

function problem(reason: ZipProblem): StoreFault {
  return new StoreFault(refuse('zip.refused', { reason }))
}
