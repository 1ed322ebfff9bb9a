/** One thing that two people set differently: both values, as text. */
export interface ConflictValue {
  readonly field: string
  readonly yours: string
  readonly theirs: string
}

/** What every change of a record sets by itself. */
const BOOKKEEPING: readonly string[] = ['revision', 'updatedAt', 'summary']

/** Where two versions of a record, or two sets of values, are not the same; only what `yours` names is compared. */
export function conflictValues(
  yours: Readonly<Record<string, unknown>>,
  theirs: Readonly<Record<string, unknown>>,
): readonly ConflictValue[] {
  return Object.keys(yours)
    .filter((field) => !BOOKKEEPING.includes(field) && textOf(yours[field]) !== textOf(theirs[field]))
    .map((field) => ({ field, yours: textOf(yours[field]), theirs: textOf(theirs[field]) }))
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return ''
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(', ')
  return JSON.stringify(value)
}
