import { dirname } from 'node:path'
import type { Instant } from '../../shared/domain/instant.ts'
import type { Activity, NewActivity } from '../../shared/domain/records/activity.ts'
import type { Case } from '../../shared/domain/records/case-aggregate.ts'
import type { ChangeSet } from '../../shared/domain/records/change-set.ts'
import type { Customer } from '../../shared/domain/records/customer.ts'
import type { Payer } from '../../shared/domain/records/payer.ts'
import type { Settings } from '../../shared/domain/records/settings.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import type { Agenda, AgendaQuery } from '../services/agenda-port.ts'
import type { BoardStore } from '../services/board-port.ts'
import type {
  ActivityQuery,
  CaseQuery,
  CaseRow,
  CaseStore,
  CheckOfCase,
  Committed,
  CustomerRow,
  DirectoryQuery,
  Page,
  PastChange,
  PayerRow,
} from '../services/ports.ts'
import type { ReminderKey, WaitReminders } from '../services/reminder-store.ts'
import { ActivityLog } from './activity-log.ts'
import { AgendaReader } from './agenda.ts'
import { CaseList } from './case-list.ts'
import { nextCaseNumber, readCase, readCases } from './case-reader.ts'
import { Checkpoints } from './checkpoints.ts'
import { customerPage, customersByAccount, customersById, customersOfPayer, searchCustomers } from './customer-list.ts'
import { type Db, type Prepare, preparing } from './database.ts'
import { DuplicateReader } from './duplicates.ts'
import { withFaults } from './faults.ts'
import { History } from './history.ts'
import { checkIntegrity, type Integrity } from './integrity.ts'
import { readOpenWaits } from './open-waits.ts'
import { payerPage, payersByAccount } from './payer-list.ts'
import { ReminderLog } from './reminder-log.ts'
import { ReportReader } from './reports.ts'
import { snapshotOf } from './snapshot.ts'
import { StoreWrites } from './store-writes.ts'
import { tables } from './tables.ts'
import { triedOnly } from './tried-only.ts'
import { type Progress, type Verified, verifyWorkspace } from './verify.ts'

/**
 * The CaseStore port on SQLite. The engine answers at once, so each method is one uninterrupted piece of work:
 * what it reads fits together, and a commit is one short transaction.
 */
export class SqliteStore implements CaseStore {
  readonly file: string
  readonly board: BoardStore
  readonly reports: ReportReader
  readonly duplicates: DuplicateReader
  readonly #db: Db
  readonly #prepare: Prepare
  readonly #log: ActivityLog
  readonly #cases: CaseList
  readonly #agenda: AgendaReader
  readonly #history: History
  readonly #reminders: ReminderLog
  readonly #checkpoints: Checkpoints
  readonly #writes: StoreWrites
  readonly #release: () => void

  /** @param release gives the workspace free, once the file is closed */
  constructor(db: Db, release: () => void = () => {}) {
    this.file = db.name
    this.#db = db
    this.#prepare = preparing(db)
    this.#log = new ActivityLog(this.#prepare)
    this.#cases = new CaseList(this.#prepare)
    this.#agenda = new AgendaReader(this.#prepare, (numbers) => this.#cases.rows(numbers))
    this.#history = new History(this.#prepare, this.#log)
    this.board = {
      phases: async (query) => this.#read(() => this.#cases.phases(query)),
      firstCases: async (query) => this.#read(() => this.#cases.first(query)),
    }
    this.reports = new ReportReader(this.#prepare, (work) => this.#read(work))
    this.duplicates = new DuplicateReader(this.#prepare, (work) => this.#read(work))
    this.#reminders = new ReminderLog(this.#prepare)
    this.#checkpoints = new Checkpoints(db)
    this.#writes = new StoreWrites(db, this.#prepare, this.#log, this.#history, () => {
      this.#cases.forget()
      this.#checkpoints.later()
    })
    this.#release = release
  }

  async settings(): Promise<Settings | null> {
    return this.#one(tables.settings, `SELECT ${tables.settings.columns()} FROM settings`)
  }

  async customer(id: string): Promise<Customer | null> {
    return this.#one(tables.customer, `SELECT ${tables.customer.columns()} FROM customers WHERE id = ?`, id)
  }

  async customers(query: { readonly text: string; readonly limit: number }): Promise<readonly Customer[]> {
    return this.#read(() => searchCustomers(this.#prepare, query.text, query.limit))
  }

  async customerPage(query: DirectoryQuery): Promise<Page<CustomerRow>> {
    return this.#read(() => customerPage(this.#prepare, query))
  }

  async customersOfPayer(payerId: string): Promise<readonly Customer[]> {
    return this.#read(() => customersOfPayer(this.#prepare, payerId))
  }

  async customersById(ids: readonly string[]): Promise<readonly Customer[]> {
    return this.#read(() => customersById(this.#prepare, ids))
  }

  async customersByAccount(accounts: readonly string[]): Promise<readonly Customer[]> {
    return this.#read(() => customersByAccount(this.#prepare, accounts))
  }

  async payer(id: string): Promise<Payer | null> {
    return this.#one(tables.payer, `SELECT ${tables.payer.columns()} FROM payers WHERE id = ?`, id)
  }

  async payerByAccount(accountId: string): Promise<Payer | null> {
    return this.#one(tables.payer, `SELECT ${tables.payer.columns()} FROM payers WHERE account_id = ?`, accountId)
  }

  async payersByAccount(accounts: readonly string[]): Promise<readonly Payer[]> {
    return this.#read(() => payersByAccount(this.#prepare, accounts))
  }

  async payerPage(query: DirectoryQuery): Promise<Page<PayerRow>> {
    return this.#read(() => payerPage(this.#prepare, query))
  }

  async customerCount(payerId: string): Promise<number> {
    const sql = 'SELECT count(*) AS n FROM customers WHERE payer_id = ?'
    return this.#read(() => Number(this.#prepare(sql).get(payerId)?.n))
  }

  async case(id: string): Promise<Case | null> {
    return this.#read(() => readCase(this.#prepare, 'id', id))
  }

  async caseByNumber(number: number): Promise<Case | null> {
    return this.#read(() => readCase(this.#prepare, 'number', number))
  }

  async casesByNumber(numbers: readonly number[]): Promise<readonly Case[]> {
    return this.#read(() => readCases(this.#prepare, numbers))
  }

  async cases(query: CaseQuery): Promise<Page<CaseRow>> {
    return this.#read(() => this.#cases.page(query))
  }

  async caseIds(query: CaseQuery): ReturnType<CaseStore['caseIds']> {
    return this.#read(() => this.#cases.ids(query))
  }

  async caseRow(reference: string | number): Promise<CaseRow | null> {
    return this.#read(() => this.#cases.row(reference))
  }

  /** Where two ask before one commits, the later commit is refused with `conflict.case-number`. */
  async nextCaseNumber(): Promise<number> {
    return this.#read(() => nextCaseNumber(this.#prepare))
  }

  async openWaits(query: Parameters<CaseStore['openWaits']>[0]): ReturnType<CaseStore['openWaits']> {
    return this.#read(() => readOpenWaits(this.#prepare, this.#cases, query))
  }

  async checksOf({ outcome, limit }: Parameters<CaseStore['checksOf']>[0]): Promise<readonly CheckOfCase[]> {
    const sql = `SELECT ${tables.check.columns('k')}, c.number AS case_number
      FROM checks k INDEXED BY checks_by_outcome CROSS JOIN cases c ON c.id = k.case_id
      WHERE k.outcome = ? AND c.state <> 'abandoned' ORDER BY k.at DESC LIMIT ?`
    return this.#read(() => {
      const found = this.#prepare(sql).all(outcome, limit)
      const rows = this.#cases.rows(found.map((row) => Number(row.case_number)))
      return rows.flatMap((row, n) => {
        const check = found[n]
        return check ? [{ record: tables.check.read(check), row }] : []
      })
    })
  }

  async agenda(query: AgendaQuery): Promise<Agenda> {
    return this.#read(() => this.#agenda.read(query))
  }

  async activity(query: ActivityQuery): Promise<readonly Activity[]> {
    return this.#read(() => this.#log.read(query))
  }

  async activityPeople(caseId: string): Promise<readonly string[]> {
    return this.#read(() => this.#log.people(caseId))
  }

  async told(limit: number): Promise<readonly Activity[]> {
    return this.#read(() => this.#log.told(limit))
  }

  async commit(change: ChangeSet, together: number | null = null): Promise<Committed> {
    return this.#writes.commit(change, together)
  }

  async commitEach(changes: readonly ChangeSet[]): Promise<readonly (Committed | Refusal)[]> {
    return this.#writes.commitEach(changes)
  }

  async commitParts(parts: AsyncIterable<ChangeSet>): Promise<Committed | null> {
    return this.#writes.commitParts(parts)
  }

  async change(sequence: number): Promise<PastChange | null> {
    return this.#read(() => this.#history.change(sequence))
  }

  async changesTogether(sequence: number): Promise<readonly number[]> {
    return this.#read(() => this.#history.together(sequence))
  }

  async casesOfChange(sequence: number): Promise<number> {
    return this.#read(() => this.#history.cases(sequence))
  }

  async tags(limit: number): Promise<readonly string[]> {
    return this.#read(() => this.#cases.tags(limit))
  }

  async count(query: CaseQuery): Promise<number> {
    return this.#read(() => this.#cases.total(query))
  }

  async changes({ who, which, limit }: Parameters<CaseStore['changes']>[0]): Promise<readonly PastChange[]> {
    return this.#read(() => this.#history.changes(who, which, limit))
  }

  async reverse(sequence: number, activity: readonly NewActivity[]): Promise<Committed> {
    return this.#writes.write(() => ({ sequence: this.#history.reverse(sequence, activity) }))
  }

  async whyNotReverse(sequence: number): Promise<Refusal | null> {
    await this.#writes.ended()
    return this.#read(() => triedOnly(this.#db, () => this.#history.reverse(sequence, [])))
  }

  async reminders(waitIds: readonly string[]): Promise<readonly WaitReminders[]> {
    return this.#read(() => this.#reminders.of(waitIds))
  }

  async recordReminders(keys: readonly ReminderKey[], at: Instant): Promise<readonly ReminderKey[]> {
    return this.#writes.write(() => this.#reminders.record(keys, at))
  }

  async waitsToRemind(query: Parameters<CaseStore['waitsToRemind']>[0]): ReturnType<CaseStore['waitsToRemind']> {
    return this.#read(() => this.#reminders.toRemind(query))
  }

  async caseRows(numbers: readonly number[]): Promise<readonly CaseRow[]> {
    return this.#read(() => this.#cases.rowsThere(numbers))
  }

  /**
   * Writes the database as it is at one moment to a new file, in small steps between which others work on: what they
   * commit meanwhile is in it too. Throws the faults of the disk.
   */
  async snapshot(target: string): Promise<void> {
    await snapshotOf(this.#db, target)
  }

  async counts(): Promise<{ readonly customers: number; readonly cases: number }> {
    const count = (tally: string) => Number(this.#prepare(`SELECT total(n) AS n FROM ${tally}`).get()?.n)
    return this.#read(() => ({ customers: count('customer_tally'), cases: count('case_tally') }))
  }

  /** Everything in the file against itself, in one go. */
  async integrity(): Promise<Integrity> {
    return this.#read(() => checkIntegrity(this.#db, this.#prepare, this.#log))
  }

  /** The same a piece at a time, with the files of its cases and the schema. */
  async verify(progress: Progress = async () => {}): Promise<Verified> {
    const work = <T>(piece: () => T): T => this.#read(piece)
    return verifyWorkspace(this.#db, this.#prepare, this.#log, dirname(this.file), work, progress)
  }

  async close(): Promise<void> {
    await this.#writes.ended()
    this.#checkpoints.stop()
    this.#db.close()
    this.#release()
  }

  #one<T>(
    table: { read(row: Readonly<Record<string, unknown>>): T },
    sql: string,
    ...values: readonly unknown[]
  ): T | null {
    return this.#read(() => {
      const row = this.#prepare(sql).get(...values)
      return row === undefined ? null : table.read(row)
    })
  }

  #read<T>(work: () => T): T {
    return withFaults(this.file, work)
  }
}
