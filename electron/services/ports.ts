import type { Instant } from '../../shared/domain/instant.ts'
import type { Activity, NewActivity } from '../../shared/domain/records/activity.ts'
import type { CaseRecord } from '../../shared/domain/records/case.ts'
import type { Case } from '../../shared/domain/records/case-aggregate.ts'
import type { CaseOrder } from '../../shared/domain/records/case-filter.ts'
import type { ChangeSet } from '../../shared/domain/records/change-set.ts'
import type { CheckOutcome, CheckRecord } from '../../shared/domain/records/check.ts'
import type { Customer } from '../../shared/domain/records/customer.ts'
import type { Payer } from '../../shared/domain/records/payer.ts'
import type { Settings } from '../../shared/domain/records/settings.ts'
import type { Wait } from '../../shared/domain/records/wait.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import type { Agenda, AgendaQuery } from './agenda-port.ts'
import type { BoardStore } from './board-port.ts'
import type { DuplicateStore } from './duplicate-port.ts'
import type { ReminderStore } from './reminder-store.ts'
import type { ReportStore } from './report-port.ts'

/** The time of this workspace: the machine's, or in a practice workspace the practice AWS's own. */
export interface Clock {
  now(): Instant
  /** IANA zone the operator reads times in. */
  zone(): string
}

/** Identifiers for machines: UUIDv7, so that they sort by creation. */
export interface Ids {
  next(): string
}

/** A row of the case list: the record with the names a list shows. */
export interface CaseRow {
  readonly record: CaseRecord
  readonly customerName: string
  readonly managementAccountId: string
  readonly orgIds: readonly string[]
  readonly payerAccountId: string
  readonly bucket: string
  /** Where a search may have found it beside all that; null where nothing was searched for. */
  readonly texts: CaseTexts | null
}

/** Texts that belong to a case and stand in no column of the list. */
export interface CaseTexts {
  readonly customerNotes: string
  readonly customerTags: readonly string[]
  readonly tickets: readonly string[]
  readonly replies: readonly string[]
}

export interface CaseQuery {
  /** Searched over customer names, notes, tags, account and Org IDs and fragments of them, buckets, `C-42`. */
  readonly text: string
  /** Empty: any state. */
  readonly states: readonly CaseRecord['state'][]
  readonly procedureId: string | null
  readonly phase: string | null
  readonly owner: string | null
  /** A tag of the case itself. */
  readonly tag: string | null
  readonly customerId: string | null
  readonly payerId: string | null
  /** Only cases whose first open wait is due before this instant. */
  readonly dueBefore: Instant | null
  /** Only cases last touched before this instant. */
  readonly updatedBefore: Instant | null
  readonly order: CaseOrder
  /** The other way round. */
  readonly reverse: boolean
  readonly limit: number
  /** Opaque mark from the page before; null for the first. */
  readonly after: string | null
  /** Rows passed over first: a jump in a long list. */
  readonly skip: number
}

export interface Page<T> {
  readonly rows: readonly T[]
  /** How many match in all. */
  readonly total: number
  /** Mark for the next page; null on the last. */
  readonly after: string | null
}

/** A page of customers or payers. */
export interface DirectoryQuery {
  /** Every word of it has to be found. Customers: names, IDs, tags. Payers: account, bucket, report, prefix. */
  readonly text: string
  readonly limit: number
  /** Opaque mark from the page before; null for the first. */
  readonly after: string | null
}

export interface CustomerRow {
  readonly customer: Customer
  readonly payerAccountId: string
}

export interface PayerRow {
  readonly payer: Payer
  /** How many customers it pays for. */
  readonly customers: number
}

export interface OpenWait {
  readonly wait: Wait
  readonly row: CaseRow
}

/** What a check last showed of a case, with the row that names the case. */
export interface CheckOfCase {
  readonly record: CheckRecord
  readonly row: CaseRow
}

/** A case of a query by its ID, with what it takes to know whether its payer can be looked at. */
export interface CaseAndPayer {
  readonly caseId: string
  readonly payer: Pick<Payer, 'id' | 'partition' | 'awsProfile'>
}

export interface ActivityQuery {
  readonly caseId: string | null
  readonly customerId: string | null
  readonly payerId: string | null
  /** Only entries of this person. */
  readonly who?: string | null
  /** Only entries of this instant or later. */
  readonly since?: Instant | null
  /** Only entries about these: the word before the dot of `what`. */
  readonly topics?: readonly string[] | null
  /** Only entries before this place in the sequence; null for the newest. */
  readonly before: number | null
  readonly limit: number
}

export interface Committed {
  /** Place of the last activity row in the workspace's sequence. */
  readonly sequence: number
}

/** A committed change set that can be taken back, or that was and can be made again. */
export interface PastChange {
  /** Place of its last activity entry, by which it is named. */
  readonly sequence: number
  readonly who: string
  readonly isUndone: boolean
  /** Its activity, oldest first. */
  readonly activity: readonly Activity[]
}

/**
 * Where the workspace is kept. No word of the engine behind it: SQLite today, another one tomorrow,
 * both passing the same conformance suite. Failures are thrown as StoreFault with a coded refusal.
 */
export interface CaseStore extends ReminderStore {
  readonly board: BoardStore
  readonly reports: ReportStore
  readonly duplicates: DuplicateStore
  settings(): Promise<Settings | null>
  customer(id: string): Promise<Customer | null>
  customers(query: { readonly text: string; readonly limit: number }): Promise<readonly Customer[]>
  /** By name. */
  customerPage(query: DirectoryQuery): Promise<Page<CustomerRow>>
  /** How many customers a payer pays for. */
  customerCount(payerId: string): Promise<number>
  customersOfPayer(payerId: string): Promise<readonly Customer[]>
  /** Those whose management account is one of these. */
  /** In no order. */
  customersById(ids: readonly string[]): Promise<readonly Customer[]>
  customersByAccount(accounts: readonly string[]): Promise<readonly Customer[]>
  payer(id: string): Promise<Payer | null>
  payerByAccount(accountId: string): Promise<Payer | null>
  payersByAccount(accounts: readonly string[]): Promise<readonly Payer[]>
  /** By account. */
  payerPage(query: DirectoryQuery): Promise<Page<PayerRow>>
  /** The case with all that belongs to it, and its payer's crawler files. */
  case(id: string): Promise<Case | null>
  caseByNumber(number: number): Promise<Case | null>
  /** In the order of the numbers, without those that there are not. */
  casesByNumber(numbers: readonly number[]): Promise<readonly Case[]>
  cases(query: CaseQuery): Promise<Page<CaseRow>>
  /** The same by ID, uncounted: for work that goes through many of them. */
  caseIds(query: CaseQuery): Promise<Pick<Page<CaseAndPayer>, 'rows' | 'after'>>
  /** The list's row of a case, by record ID or number. */
  caseRow(reference: string | number): Promise<CaseRow | null>
  nextCaseNumber(): Promise<number>
  /** A page of the waits neither met nor cancelled of cases that are open, first due first. */
  openWaits(query: {
    readonly limit: number
    readonly after: string | null
  }): Promise<Pick<Page<OpenWait>, 'rows' | 'after'>>
  /** Last results that came out like this, newest first; of every case but the abandoned ones. */
  checksOf(query: { readonly outcome: CheckOutcome; readonly limit: number }): Promise<readonly CheckOfCase[]>
  agenda(query: AgendaQuery): Promise<Agenda>
  activity(query: ActivityQuery): Promise<readonly Activity[]>
  /** Everybody who is on the record of a case, in order. */
  activityPeople(caseId: string): Promise<readonly string[]>
  /** The activity entries `watch.told`, newest first. */
  told(limit: number): Promise<readonly Activity[]>
  /** How many cases a query finds, whatever its limit and mark. */
  count(query: CaseQuery): Promise<number>
  /** The tags that cases have, in order. */
  tags(limit: number): Promise<readonly string[]>
  /**
   * One transaction: all of the change set with its activity, durable when the promise resolves, or nothing.
   * @param together sequence of the first of several change sets that are one change to people, and that are taken back as one
   */
  commit(change: ChangeSet, together?: number | null): Promise<Committed>
  /**
   * Several change sets that have nothing to do with each other, made durable by one sync: each is whole or not at all,
   * and taken back by itself. Gives for each what `commit` would have given, or the refusal it would have thrown.
   */
  commitEach(changes: readonly ChangeSet[]): Promise<readonly (Committed | Refusal)[]>
  /**
   * One change in parts, as they are made: one transaction, taken back as one, durable when the promise resolves. Where
   * making a part throws, nothing of any is left. Meanwhile others read what was there before, and their changes wait.
   * Gives null where there is no part. A record may be changed again by a later part; its revision counts on.
   */
  commitParts(parts: AsyncIterable<ChangeSet>): Promise<Committed | null>
  /** The changes that were made together with this one, itself among them, oldest first. */
  changesTogether(sequence: number): Promise<readonly number[]>
  /** How many cases the change, or those made together with it, are about. */
  casesOfChange(sequence: number): Promise<number>
  /** The change that this activity entry is of; null where it is of none, or too long ago. */
  change(sequence: number): Promise<PastChange | null>
  /**
   * What `who`, or anybody where that is null, would take back next, newest first, or make again next; of those made
   * together the last.
   */
  changes(query: {
    readonly who: string | null
    readonly which: 'to-undo' | 'to-redo'
    readonly limit: number
  }): Promise<readonly PastChange[]>
  /**
   * Takes a change back, or makes one again that was taken back, as one transaction with its own activity.
   * Throws `undo.unknown`, `undo.changed-since` and `undo.in-use`; nothing is changed then.
   */
  reverse(sequence: number, activity: readonly NewActivity[]): Promise<Committed>
  /** Why a change cannot be taken back now; null where it can. Changes nothing. */
  whyNotReverse(sequence: number): Promise<Refusal | null>
  /** In the order of the numbers, without those that there are not. */
  caseRows(numbers: readonly number[]): Promise<readonly CaseRow[]>
  close(): Promise<void>
}

/** Bytes of attachments, kept by content: the same bytes are kept once. */
export interface AttachmentFiles {
  /** Durable when the promise resolves. */
  put(bytes: Uint8Array): Promise<{ readonly sha256: string; readonly size: number }>
  /** Throws the coded fault `attachment.missing` or `attachment.altered` where the file is gone or not what it was. */
  get(sha256: string): Promise<Uint8Array>
}

/** Where bundles are written. A write is whole or not there: temporary name, sync, rename. */
export interface Outbox {
  /** Where exports go when nobody says otherwise. */
  defaultFolder(): string
  /** Writes a folder of files; refuses with `export.exists` where the target is there already with other content. */
  writeFolder(parent: string, name: string, files: readonly OutFile[]): Promise<{ readonly path: string }>
  writeFile(parent: string, file: OutFile): Promise<{ readonly path: string }>
}

export interface OutFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Pure byte work whose libraries live outside the services: hashes, zip, mail, CSV. Same input, same bytes. */
export interface Packer {
  sha256(bytes: Uint8Array): string
  zip(folder: string, files: readonly OutFile[]): Promise<Uint8Array>
  /** The files of such a zip, and of no other. Throws the coded fault `zip.refused`. */
  unzip(bytes: Uint8Array, folder: string): readonly OutFile[]
  mail(draft: MailDraft): Promise<Uint8Array>
  /** A CSV file that spreadsheets open as it is meant; where it does not begin here, the rows that follow. */
  writeCsv(rows: readonly (readonly string[])[], begins?: boolean): string
  /** The rows of a table, some at a time. Throws the coded fault `csv.broken`. */
  readCsv(text: string, delimiter: string): AsyncIterable<readonly CsvRow[]>
}

export interface CsvRow {
  /** Line of the file on which it begins, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

export interface MailDraft {
  readonly from: { readonly name: string; readonly email: string } | null
  readonly to: { readonly name: string; readonly email: string } | null
  readonly subject: string
  readonly text: string
  readonly attachments: readonly OutFile[]
}

export interface Log {
  info(event: string, fields?: Readonly<Record<string, unknown>>): void
  error(event: string, fields?: Readonly<Record<string, unknown>>): void
}
