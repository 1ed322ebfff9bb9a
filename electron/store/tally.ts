import type { Instant } from '../../shared/domain/instant.ts'
import type { Prepare } from './database.ts'

/** Small tables that say how many there are of what; each has a view, `…_now`, that counts them anew. */
export const TALLIES = ['case_tally', 'open_tally', 'wait_tally', 'customer_tally', 'payer_tally'] as const

/** The characters of an instant that say in which ten minutes it lies: the `stretch` of a tally. */
const STRETCH = 15

/** Rows that are counted by a tally, whose triggers keep it, and by an instant of theirs. */
export interface Tallied {
  /** The tally, narrowed to them. */
  readonly tally: string
  /** Their table, narrowed to them, by the index that has that instant. */
  readonly rows: string
  /** The column of the instant. */
  readonly at: string
}

type Bound = Readonly<Record<string, string | number>>

/** How many there are. */
export function countAll(prepare: Prepare, { tally }: Tallied): number {
  return Number(prepare(`SELECT total(n) AS n FROM ${tally}`).get()?.n)
}

/** How many there are at that instant or before it: whole stretches are added up, what is left of one is counted. */
export function countUpTo(prepare: Prepare, { tally, rows, at }: Tallied, until: Instant, bound: Bound): number {
  const sql = `SELECT (SELECT total(n) FROM ${tally} AND stretch < @stretch)
    + (SELECT count(*) FROM ${rows} AND ${at} >= @stretch AND ${at} <= @until) AS n`
  return Number(prepare(sql).get({ ...bound, until, stretch: until.slice(0, STRETCH) })?.n)
}
