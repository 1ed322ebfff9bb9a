import type { CaseStore } from '../services/ports.ts'
import type { CaseList } from './case-list.ts'
import type { Prepare } from './database.ts'
import { fromMark, toMark } from './page-mark.ts'
import { tables } from './tables.ts'

type Query = Parameters<CaseStore['openWaits']>[0]

const ORDER = 'waits'
const SQL = `SELECT ${tables.wait.columns('w')}, w.due_at, c.number AS case_number
  FROM waits w INDEXED BY waits_open CROSS JOIN cases c ON c.id = w.case_id
  WHERE w.met_at IS NULL AND w.cancelled IS NULL AND (w.due_at, w.id) > (?, ?) AND c.state = 'open'
  ORDER BY w.due_at, w.id LIMIT ?`

/** Open waits by their due time, which is materialised and indexed. Throws `list.mark-unknown`. */
export function readOpenWaits(
  prepare: Prepare,
  cases: CaseList,
  { limit, after }: Query,
): Awaited<ReturnType<CaseStore['openWaits']>> {
  const place = after === null ? ['', ''] : fromMark(ORDER, after, ['string', 'string'])
  const found = prepare(SQL).all(...place, limit)
  const rows = cases.rows(found.map((row) => Number(row.case_number)))
  const last = found.at(-1)
  return {
    rows: found.flatMap((wait, n) => {
      const row = rows[n]
      return row ? [{ wait: tables.wait.decode(wait), row }] : []
    }),
    after: last === undefined || found.length < limit ? null : toMark(ORDER, [String(last.due_at), String(last.id)]),
  }
}
