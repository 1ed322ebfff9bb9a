import type { Refusal } from '../../shared/domain/refusal.ts'
import { StoreFault } from '../services/store-fault.ts'
import type { Db } from './database.ts'

/** Rolls a change back that was only tried. */
class TriedOnly extends Error {}

/** Why a reversal is refused, or null where it would go through: it is made and rolled back, so that nothing is changed. */
export function triedOnly(db: Db, reverse: () => unknown): Refusal | null {
  try {
    db.transaction(() => {
      reverse()
      throw new TriedOnly()
    })()
    return null
  } catch (thrown) {
    if (thrown instanceof TriedOnly) return null
    if (thrown instanceof StoreFault && thrown.refusal.code.startsWith('undo.')) return thrown.refusal
    throw thrown
  }
}
