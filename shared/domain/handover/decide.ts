/** A value that both sides have, each its own: one of them has to be chosen, and the other goes on the record. */
export interface Conflict {
  /** By which a choice names it. */
  readonly id: string
  readonly kind: 'payer' | 'customer' | 'case' | 'step' | 'wait' | 'submission'
  /** Whose it is: `Acme Foods`, `C-42`. */
  readonly of: string
  readonly field: string
  readonly ours: string
  readonly theirs: string
  /** Whose record was changed last; null where that is not known. */
  readonly newer: Side | null
}

export type Side = 'ours' | 'theirs'

export interface Choices {
  /** By conflict ID. */
  readonly each: Readonly<Record<string, Side>>
  /** For all others; null: they stay open, and nothing is taken. */
  readonly others: Side | null
}

/** Whose record it is, for the conflicts in it. */
export interface Place {
  readonly kind: Conflict['kind']
  readonly id: string
  readonly of: string
  readonly newer: Side | null
}

/** What was not kept of a record, by field: it goes into the activity, so that nothing is lost. */
export interface Left {
  readonly place: Place
  readonly field: string
  readonly kept: unknown
  readonly left: unknown
}

/** Decides between two values wherever they differ, and keeps the books of it. */
export class Decider {
  readonly conflicts: Conflict[] = []
  /** Conflicts that nobody has chosen in. */
  readonly open: Conflict[] = []
  readonly left: Left[] = []
  readonly #choices: Choices

  constructor(choices: Choices) {
    this.#choices = choices
  }

  pick<T>(place: Place, field: string, ours: T, theirs: T): T {
    if (same(ours, theirs)) return ours
    const conflict: Conflict = {
      id: `${place.kind}/${place.id}/${field}`,
      kind: place.kind,
      of: place.of,
      field,
      ours: said(ours),
      theirs: said(theirs),
      newer: place.newer,
    }
    this.conflicts.push(conflict)
    const { each } = this.#choices
    const side = (Object.hasOwn(each, conflict.id) ? each[conflict.id] : undefined) ?? this.#choices.others
    if (side === null) {
      this.open.push(conflict)
      return ours
    }
    const [kept, left] = side === 'ours' ? [ours, theirs] : [theirs, ours]
    this.left.push({ place, field, kept, left })
    return kept
  }

  /** The named fields of a record, each decided by itself. */
  fields<T extends object, F extends keyof T & string>(
    place: Place,
    names: readonly F[],
    ours: T,
    theirs: T,
  ): Pick<T, F> {
    return Object.fromEntries(names.map((name) => [name, this.pick(place, name, ours[name], theirs[name])])) as Pick<
      T,
      F
    >
  }
}

/** Equal as data, whatever the order of the keys. */
export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b))
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  )
}

const LONGEST = 2_000

/** A value as a person reads it beside the other. */
function said(value: unknown): string {
  if (value === null || value === undefined) return '(not there)'
  if (value === '') return '(blank)'
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return value.join(', ') || '(none)'
  return (typeof value === 'object' ? parts(value) : String(value)).slice(0, LONGEST)
}

/** A record by its fields that say something: “state: done; by: Ana”. */
function parts(value: object): string {
  const says = Object.entries(value).filter(([name, one]) => !IDS.has(name) && one !== null && one !== '')
  return says.map(([name, one]) => `${Array.isArray(value) ? '' : `${name}: `}${within(one)}`).join('; ') || '(none)'
}

function within(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  return `(${parts(value)})`
}

/** What tells machines apart, and nobody else. */
const IDS: ReadonlySet<string> = new Set(['id', 'caseId', 'stepId', 'submissionId', 'attachmentId', 'payerId'])

/** Whose record was changed last. */
export function newerOf(ours: { readonly updatedAt: string }, theirs: { readonly updatedAt: string }): Side | null {
  if (ours.updatedAt === theirs.updatedAt) return null
  return ours.updatedAt > theirs.updatedAt ? 'ours' : 'theirs'
}
