import type { Prepare } from './database.ts'

/** The lengths of grace that running waits have, in hours: a handful, found by stepping from one to the next. */
export function runningGraces(prepare: Prepare): readonly number[] {
  const next = prepare(
    `SELECT min(grace_hours) AS hours FROM waits INDEXED BY waits_by_grace
      WHERE met_at IS NULL AND cancelled IS NULL AND paused IS NULL AND grace_hours > ?`,
  )
  const found: number[] = []
  for (;;) {
    const hours = next.get(found.at(-1) ?? -1)?.hours
    if (typeof hours !== 'number') return found
    found.push(hours)
  }
}
