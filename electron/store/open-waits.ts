import type { CaseStore, OpenWait } from '../services/ports.ts'
import type { CaseList } from './case-list.ts'
import type { Prepare } from './database.ts'
import { tables } from './tables.ts'

type Part = NonNullable<Parameters<CaseStore['openWaits']>[1]>

/** Open waits by their due time, which is materialised and indexed: nobody looks at those that are not asked for. */
export function readOpenWaits(prepare: Prepare, cases: CaseList, limit: number, part: Part): readonly OpenWait[] {
  const { after, until, latestFirst = false } = part
  const bounds = [
    ...(after === undefined ? [] : [{ sql: 'AND w.due_at > ?', value: after }]),
    ...(until === undefined ? [] : [{ sql: 'AND w.due_at <= ?', value: until }]),
  ]
  const direction = latestFirst ? 'DESC' : 'ASC'
  const sql = `SELECT ${tables.wait.columns('w')}, c.number AS case_number
    FROM waits w INDEXED BY waits_open CROSS JOIN cases c ON c.id = w.case_id
    WHERE w.met_at IS NULL AND w.cancelled IS NULL ${bounds.map((bound) => bound.sql).join(' ')} AND c.state = 'open'
    ORDER BY w.due_at ${direction}, w.id ${direction} LIMIT ?`
  const found = prepare(sql).all(...bounds.map((bound) => bound.value), limit)
  const rows = cases.rows(found.map((row) => Number(row.case_number)))
  return found.flatMap((wait, n) => {
    const row = rows[n]
    return row ? [{ wait: tables.wait.decode(wait), row }] : []
  })
}
