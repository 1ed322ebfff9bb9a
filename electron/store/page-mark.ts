import { refuse } from '../../shared/domain/refusal.ts'
import { StoreFault } from '../services/store-fault.ts'

/** Where a page ended: the key of its last row in its order, and what tells rows of the same key apart. */
export type Place = readonly [key: string | number, tie: string | number]

/** A mark that only the list of this order takes back. */
export function toMark(order: string, [key, tie]: Place): string {
  return Buffer.from(JSON.stringify([order, key, tie])).toString('base64url')
}

/** Throws `list.mark-unknown` where it is no mark of this order, with a key and a tie of these kinds. */
export function fromMark(
  order: string,
  mark: string,
  kinds: readonly ['string' | 'number', 'string' | 'number'],
): Place {
  try {
    const [marked, key, tie] = JSON.parse(Buffer.from(mark, 'base64url').toString('utf8')) as unknown[]
    if (marked === order && isOf(kinds[0], key) && isOf(kinds[1], tie)) return [key, tie]
  } catch {
    // Not JSON, or not a list: not one of our marks.
  }
  throw new StoreFault(refuse('list.mark-unknown', {}))
}

function isOf(kind: 'string' | 'number', value: unknown): value is string | number {
  return kind === 'string' ? typeof value === 'string' : Number.isSafeInteger(value)
}
