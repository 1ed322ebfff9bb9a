import { crc32 as crcOf } from 'node:zlib'

export interface RawEntry {
  readonly name: string
  readonly bytes: Uint8Array
  /** What the headers say, where that is not so. */
  readonly method?: number
  readonly flags?: number
  readonly crc?: number
  readonly size?: number
  readonly mode?: number
  readonly offset?: number
  readonly localName?: string
  readonly localSize?: number
}

export const crc32 = (bytes: Uint8Array): number => crcOf(bytes) >>> 0

/** A zip put together byte by byte, so that it can say what no program would write. */
export function rawZip(entries: readonly RawEntry[]): Uint8Array {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const own = Buffer.from(entry.localName ?? entry.name)
    const crc = entry.crc ?? crc32(entry.bytes)
    const size = entry.size ?? entry.bytes.length
    const [flags, method] = [entry.flags ?? 0, entry.method ?? 0]

    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(flags, 6)
    local.writeUInt16LE(method, 8)
    local.writeUInt32LE(crc, 14)
    local.writeUInt32LE(entry.bytes.length, 18)
    local.writeUInt32LE(entry.localSize ?? size, 22)
    local.writeUInt16LE(own.length, 26)
    locals.push(local, own, Buffer.from(entry.bytes))

    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE((3 << 8) | 63, 4)
    central.writeUInt16LE(20, 6)
    central.writeUInt16LE(flags, 8)
    central.writeUInt16LE(method, 10)
    central.writeUInt32LE(crc, 16)
    central.writeUInt32LE(entry.bytes.length, 20)
    central.writeUInt32LE(size, 24)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38)
    central.writeUInt32LE(entry.offset ?? offset, 42)
    centrals.push(central, name)
    offset += 30 + own.length + entry.bytes.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...locals, directory, end]))
}
