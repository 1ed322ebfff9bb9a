import { addMillis, HOUR, type Instant } from '../../shared/domain/instant.ts'
import type { CaseRecord } from '../../shared/domain/records/case.ts'
import type { SubmissionState } from '../../shared/domain/records/submission.ts'
import type { AttemptHistory, CaseHistory } from '../../shared/domain/reports/history.ts'
import type { HistoryQuery, OverdueWaits, ReportStore, Standing } from '../services/report-port.ts'
import type { Prepare } from './database.ts'
import { fromMark, toMark } from './page-mark.ts'
import type { Row } from './record-table.ts'
import { RUNS, runningKinds } from './running-waits.ts'

const ORDER = 'histories'

const STANDING_SQL = `SELECT procedure_id, nullif(phase, '') AS phase, state, owner, n FROM case_tally
  WHERE state IN ('open', 'on-hold')`

const OVERDUE_SQL = `SELECT c.procedure_id, c.owner, count(*) AS n, min(late.due_at) AS first
  FROM (SELECT case_id, due_at FROM waits INDEXED BY waits_by_kind
    WHERE ${RUNS} AND grace_hours = ? AND definition = ? AND due_at <= ?) late CROSS JOIN cases c ON c.id = late.case_id
  GROUP BY c.procedure_id, c.owner`

/** The wait of an attempt is the one that began when it was sent; a correction of that time began another. */
const HISTORIES_SQL = `SELECT c.procedure_id, c.procedure_version, c.state, c.phase, c.opened_at, c.closed_at,
    (SELECT json_group_array(json_array(step_id, at)) FROM steps
      WHERE case_id = c.id AND state IN ('done', 'not-applicable')) AS settled,
    (SELECT json_group_array(json_array(s.attempt, s.state, s.sent ->> '$.at', s.answered ->> '$.at', s.closed ->> '$.at',
        (SELECT its.expected_hours * ${HOUR} + its.paused_millis FROM waits its
          WHERE its.submission_id = s.id AND its.anchor_at = s.sent ->> '$.at' LIMIT 1)))
      FROM submissions s WHERE s.case_id = c.id) AS attempts
  FROM json_each(?) n CROSS JOIN cases c ON c.number = n.value ORDER BY n.key`

type Read = <T>(work: () => T) => T

/** What reports are made of, out of indexes, and histories a page of cases at a time. */
export class ReportReader implements ReportStore {
  readonly #prepare: Prepare
  readonly #read: Read

  /** @param read runs a reading, and names the faults of the disk */
  constructor(prepare: Prepare, read: Read) {
    this.#prepare = prepare
    this.#read = read
  }

  async standing(): Promise<readonly Standing[]> {
    return this.#read(() =>
      this.#prepare(STANDING_SQL)
        .all()
        .map((row) => ({
          procedureId: String(row.procedure_id),
          phase: row.phase === null ? null : String(row.phase),
          state: row.state as Standing['state'],
          owner: String(row.owner),
          count: Number(row.n),
        })),
    )
  }

  async overdue(now: Instant): Promise<readonly OverdueWaits[]> {
    return this.#read(() =>
      runningKinds(this.#prepare).flatMap(({ graceHours, definition }) =>
        this.#prepare(OVERDUE_SQL)
          .all(graceHours, definition, addMillis(now, -graceHours * HOUR))
          .map((row) => ({
            procedureId: String(row.procedure_id),
            owner: String(row.owner),
            definition,
            count: Number(row.n),
            since: addMillis(String(row.first), graceHours * HOUR),
          })),
      ),
    )
  }

  async histories(query: HistoryQuery): ReturnType<ReportStore['histories']> {
    return this.#read(() => {
      const [updatedAt, number] = query.after === null ? ['', 0] : fromMark(ORDER, query.after, ['string', 'number'])
      const places = this.#prepare(
        `SELECT updated_at, number FROM cases INDEXED BY cases_by_updated
          WHERE updated_at >= ? AND (updated_at, number) > (?, ?) ORDER BY updated_at, number LIMIT ?`,
      ).all(query.from ?? '', updatedAt, number, query.limit)
      const last = places.at(-1)
      const numbers = places.map((place) => Number(place.number))
      return {
        rows: this.#histories(numbers, query),
        after:
          last === undefined || places.length < query.limit
            ? null
            : toMark(ORDER, [String(last.updated_at), Number(last.number)]),
      }
    })
  }

  #histories(numbers: readonly number[], { procedureId, owner }: HistoryQuery): readonly CaseHistory[] {
    const wanted = this.#prepare(
      `SELECT c.number FROM json_each(?) n CROSS JOIN cases c ON c.number = n.value
        WHERE (? IS NULL OR c.procedure_id = ?) AND (? IS NULL OR c.owner = ?) ORDER BY n.key`,
    ).all(JSON.stringify(numbers), procedureId, procedureId, owner, owner)
    return this.#prepare(HISTORIES_SQL)
      .all(JSON.stringify(wanted.map((row) => row.number)))
      .map(toHistory)
  }
}

function toHistory(row: Row): CaseHistory {
  const settled: [string, string][] = JSON.parse(String(row.settled))
  const attempts: Attempt[] = JSON.parse(String(row.attempts))
  return {
    procedureId: String(row.procedure_id),
    procedureVersion: Number(row.procedure_version),
    state: row.state as CaseRecord['state'],
    phase: row.phase === null ? null : String(row.phase),
    openedAt: String(row.opened_at),
    closedAt: row.closed_at === null ? null : String(row.closed_at),
    settled: settled.map(([stepId, at]) => ({ stepId, at })),
    attempts: attempts.map(toAttempt),
  }
}

type Attempt = readonly [number, SubmissionState, string | null, string | null, string | null, number | null]

function toAttempt([attempt, state, sentAt, answeredAt, closedAt, expectedMs]: Attempt): AttemptHistory {
  return { attempt, state, sentAt, answeredAt, closedAt, expectedMs }
}
