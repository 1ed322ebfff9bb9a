import type { NewActivity } from '../../shared/domain/records/activity.ts'
import type { History } from './history.ts'
import type { Image } from './writer.ts'

/**
 * Rows that are kept, and taken back, in one go: more would hold up everybody else for as long as that takes, and the text
 * of a hundred thousand takes more memory than all the rest of the service.
 */
const ROWS = 4_000

/**
 * What a change made in parts replaced, so that it can be taken back: one entry of the history where it is small, else
 * several that go together.
 */
export class KeptParts {
  readonly #history: History
  /** As text from the beginning: the objects would take ten times the room. */
  #back: string[] = []
  #rows = 0
  #who: string | null = null
  /** Place of the first activity entry that no kept part holds yet, and of the last entry there is. */
  #first = 0
  #sequence = 0
  #together: number | null = null

  constructor(history: History) {
    this.#history = history
  }

  /** @param sequence place of the last of these entries */
  add(activity: readonly NewActivity[], sequence: number, images: readonly Image[]): void {
    // What comes last may be activity alone: it belongs to the rows before it.
    if (this.#rows >= ROWS && images.length > 0) this.#keep()
    if (this.#first === 0 && activity.length > 0) this.#first = sequence - activity.length + 1
    this.#who ??= activity[0]?.who ?? null
    this.#sequence = sequence
    this.#rows += images.length
    if (images.length > 0) this.#back.push(JSON.stringify(images).slice(1, -1))
  }

  end(): void {
    this.#keep()
  }

  #keep(): void {
    if (this.#who === null || this.#back.length === 0) return
    const change = { first: this.#first, sequence: this.#sequence, who: this.#who, back: `[${this.#back.join(',')}]` }
    this.#history.keepText(change, this.#together)
    this.#together ??= this.#sequence
    this.#first = this.#sequence + 1
    this.#back = []
    this.#rows = 0
  }
}
