import type { Prepare } from './database.ts'

/** Waits neither over nor paused, in the words of their indexes. */
export const RUNS = 'met_at IS NULL AND cancelled IS NULL AND paused IS NULL'

/** Running waits of one definition with one length of grace: the index `waits_by_kind` has them as they fall due. */
export interface WaitKind {
  readonly definition: string
  readonly graceHours: number
}

/** The kinds of waits that run: a handful, found by stepping from one to the next. */
export function runningKinds(prepare: Prepare): readonly WaitKind[] {
  const next = prepare(`SELECT grace_hours, definition FROM wait_tally
    WHERE (grace_hours, definition) > (?, ?) ORDER BY grace_hours, definition LIMIT 1`)
  const found: WaitKind[] = []
  for (;;) {
    const last = found.at(-1)
    const row = next.get(last?.graceHours ?? -1, last?.definition ?? '')
    if (row === undefined) return found
    found.push({ definition: String(row.definition), graceHours: Number(row.grace_hours) })
  }
}
