import { randomFillSync } from 'node:crypto'
import type { Ids } from '../services/ports.ts'

/** Counters start in the lower half of their 12 bits, so that there is room to count up within one millisecond. */
const COUNTER_START = 0x7ff
const COUNTER_END = 0xfff

/**
 * UUIDv7 (RFC 9562, method 1): milliseconds, a counter, then chance. Each sorts after the one before it, also within
 * one millisecond and when the machine's clock is set back.
 * @param millis Unix time in milliseconds
 */
export function createIds(millis: () => number = Date.now): Ids {
  const chance = randomPieces(16)
  let last = 0
  let counter = 0
  return {
    next() {
      const bytes = chance()
      const now = millis()
      if (now > last) {
        last = now
        counter = bytes.readUInt16BE(6) & COUNTER_START
      } else if (counter < COUNTER_END) {
        counter += 1
      } else {
        last += 1
        counter = bytes.readUInt16BE(6) & COUNTER_START
      }
      bytes.writeUIntBE(last, 0, 6)
      bytes.writeUInt16BE(0x7000 | counter, 6)
      bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8)
      const hex = bytes.toString('hex')
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
    },
  }
}

/** Random pieces of so many bytes, fetched from the system by the hundreds: each fetch costs more than what it brings. */
function randomPieces(size: number): () => Buffer {
  const pool = Buffer.alloc(size * 256)
  let at = pool.length
  return () => {
    if (at === pool.length) {
      randomFillSync(pool)
      at = 0
    }
    at += size
    return pool.subarray(at - size, at)
  }
}
