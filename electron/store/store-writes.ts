import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { ChangeSet } from '../../shared/domain/records/change-set.ts'
import { type Refusal, refuse } from '../../shared/domain/refusal.ts'
import type { Committed } from '../services/ports.ts'
import { StoreFault } from '../services/store-fault.ts'
import type { ActivityLog } from './activity-log.ts'
import { commitParts } from './commit-parts.ts'
import type { Db, Prepare } from './database.ts'
import { withFaults } from './faults.ts'
import type { History } from './history.ts'
import { writeChange } from './writer.ts'

/** The one door through which the file is changed: one after the other, each durable when it resolves. */
export class StoreWrites {
  readonly #db: Db
  readonly #prepare: Prepare
  readonly #log: ActivityLog
  readonly #history: History
  readonly #changed: () => void
  readonly #inode: number
  /** The change in parts that is under way; resolves once it has ended, however. */
  #parts: Promise<void> | null = null

  /** @param changed told after each change */
  constructor(db: Db, prepare: Prepare, log: ActivityLog, history: History, changed: () => void) {
    this.#db = db
    this.#prepare = prepare
    this.#log = log
    this.#history = history
    this.#changed = changed
    this.#inode = statSync(db.name).ino
  }

  /** Resolves once no change in parts is under way. */
  async ended(): Promise<void> {
    while (this.#parts) await this.#parts
  }

  /** One short transaction; at once, where no change in parts is under way. */
  async write<T>(work: () => T): Promise<T> {
    while (this.#parts) await this.#parts
    return withFaults(this.#db.name, () => {
      this.#demandFile()
      const done = this.#db.transaction(work).immediate()
      this.#changed()
      return done
    })
  }

  commit(change: ChangeSet, together: number | null): Promise<Committed> {
    return this.write(() => this.#put(change, together))
  }

  commitEach(changes: readonly ChangeSet[]): Promise<readonly (Committed | Refusal)[]> {
    // Within the one transaction each has its savepoint.
    const put = this.#db.transaction((change: ChangeSet) => this.#put(change, null))
    return this.write(() =>
      changes.map((change) => {
        try {
          return put(change)
        } catch (thrown) {
          if (thrown instanceof StoreFault && thrown.refusal.code.startsWith('conflict.')) return thrown.refusal
          throw thrown
        }
      }),
    )
  }

  async commitParts(parts: AsyncIterable<ChangeSet>): Promise<Committed | null> {
    const iterator = parts[Symbol.asyncIterator]()
    // Before others are held up: what comes before the first part may be long, and may write itself.
    const first = await iterator.next()
    if (first.done) return null
    while (this.#parts) await this.#parts
    this.#demandFile()
    const work = commitParts(this.#db.name, resumed(first.value, iterator))
    this.#parts = work.then(
      () => {},
      () => {},
    )
    try {
      return await work
    } finally {
      this.#parts = null
      this.#changed()
    }
  }

  /** Inside the caller's transaction. */
  #put(change: ChangeSet, together: number | null): Committed {
    const images = writeChange(this.#prepare, change)
    const sequence = this.#log.append(change.activity)
    this.#history.keep(change.activity, sequence, images, together)
    return { sequence }
  }

  /**
   * A file that was removed or replaced goes on taking writes through the open handle, and loses all of them.
   * So its name has to lead to the same file still before a change is acknowledged.
   */
  #demandFile(): void {
    const file = this.#db.name
    if (statSync(file, { throwIfNoEntry: false })?.ino === this.#inode) return
    throw new StoreFault(refuse('store.missing-folder', { folder: dirname(file) }))
  }
}

/** What an iterator gives, with what was taken from it already put before. */
async function* resumed<T>(first: T, iterator: AsyncIterator<T>): AsyncGenerator<T> {
  yield first
  yield* { [Symbol.asyncIterator]: () => iterator }
}
