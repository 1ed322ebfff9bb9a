/**
 * One numbered item, bullet, note or paragraph of a source document: where it stands, and what it says in our words.
 * The documents' own text is not kept here.
 */
export interface Entry {
  /**
   * Place within its section, from the document's own marks: `4.1.2` for nested numbers, `b2` for the second bullet,
   * `3.b1` for the first bullet under number 3, `p1` for the first paragraph.
   */
  readonly mark: string
  /** How our procedures refer to it: `step 1.4.1.2`. */
  readonly at: string
  readonly says: string
  /** Why no procedure has it; absent: one does. */
  readonly leftOut?: string
}

/** A heading of a document with all that stands under it, in order. */
export interface Section {
  /** Our name for it, in words that its heading has; null: what stands before the first heading below the title. */
  readonly heading: string | null
  readonly entries: readonly Entry[]
}

export interface DocumentIndex {
  readonly document: string
  readonly procedure: string
  readonly sections: readonly Section[]
}

export function section(heading: string | null, ...entries: readonly Entry[]): Section {
  return { heading, entries }
}

export function entry(mark: string, at: string, says: string): Entry {
  return { mark, at, says }
}

export function leftOut(mark: string, at: string, says: string, reason: string): Entry {
  return { mark, at, says, leftOut: reason }
}
