import type { ChangeEvent } from '../../shared/contract/index.ts'
import type { Act } from '../../shared/domain/case/act.ts'
import { CaseChange } from '../../shared/domain/case/case-change.ts'
import type { ConflictValue } from '../../shared/domain/conflict.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import type { Procedure } from '../../shared/domain/procedure/types.ts'
import type { Case } from '../../shared/domain/records/case-aggregate.ts'
import type { ChangeSet } from '../../shared/domain/records/change-set.ts'
import type { Settings } from '../../shared/domain/records/settings.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { type Registry, registry } from '../../shared/procedures/index.ts'
import type { AwsGateway } from './aws-gateway.ts'
import { CasebookError, refusalOf } from './casebook-error.ts'
import { commitOrTell, conflictOf } from './conflict.ts'
import { createJobs, type Jobs } from './jobs.ts'
import type { Notifier } from './notifier-port.ts'
import type { AttachmentFiles, CaseRow, CaseStore, Clock, Committed, Ids, Log, Outbox, Packer } from './ports.ts'
import type { Practice } from './practice-port.ts'
import type { Timer } from './timer-port.ts'

/** Everything the use cases reach the world through. */
export interface Ports {
  readonly kind: 'real' | 'practice'
  readonly clock: Clock
  readonly ids: Ids
  readonly store: CaseStore
  readonly attachments: AttachmentFiles
  readonly outbox: Outbox
  readonly packer: Packer
  readonly aws: AwsGateway
  /** The practice AWS and its clock; null in a real workspace. */
  readonly practice: Practice | null
  /** The procedures cases run in; absent: the app's own. */
  readonly procedures?: Registry
  readonly timer: Timer
  /** Notifications of the system; absent: the host shows none. */
  readonly notifier?: Notifier
  /** Resolves once everything else that waits has had its turn; absent: at once. */
  readonly turn?: () => Promise<void>
  /** Backs the workspace up before a bulk change; absent: nothing does. */
  readonly beforeBulk?: () => Promise<void>
  readonly log: Log
  onChange(event: ChangeEvent): void
}

/** Ports with the few moves that every use case makes: settings, act, case, commit. */
export interface Context {
  readonly ports: Ports
  readonly procedures: Registry
  /** Cases, by ID, in which AWS was seen to be making something: the watcher looks at them again soon. */
  readonly underWay: Set<string>
  readonly jobs: Jobs
  /** The same for work whose changes are told another way. */
  telling(onChange: Ports['onChange']): Context
  settings(): Promise<Settings>
  /** @param at when it really happened; absent: now */
  act(settings: Settings, at?: Instant): Act
  /**
   * By record ID, `C-42` or `42`; refuses an unknown one, and a revision that is no longer the newest.
   * @param both what the caller wants to set, beside what is there now: told where the revisions differ
   */
  case(reference: string, revision?: number, both?: (c: Case) => readonly ConflictValue[]): Promise<Case>
  /** The list's row of a case, named likewise. */
  row(reference: string): Promise<CaseRow>
  procedure(c: Case): Procedure
  /** Backs the workspace up where this many rows are to change, unless the change before was such a one. */
  beforeChange(rows: number): Promise<void>
  /** Gives the change's place, by which it can be taken back. */
  commit(change: ChangeSet, topic: ChangeEvent['topic'], ids: readonly string[]): Promise<Committed>
  /** Commits a change made in parts, none of which is kept where one cannot be made. Gives its place; null where there is none. */
  commitParts(parts: AsyncIterable<ChangeSet>, topic: ChangeEvent['topic']): Promise<Committed | null>
  /**
   * Records on the case as it now is what was seen or done outside, where somebody may have changed the case meanwhile:
   * a conflict of revisions takes the newest and tries again. `work` may run more than once.
   */
  changeCase(id: string, work: (change: CaseChange) => unknown): Promise<void>
}

/** A change of more rows than this is backed up before. */
const BULK_ROWS = 100

/** Another commit between reading and writing is rare; so many in a row are a fault. */
const ATTEMPTS = 5

export function createContext(ports: Ports): Context {
  const procedures = ports.procedures ?? registry
  let wasBulk = false
  const context: Context = {
    ports,
    procedures,
    underWay: new Set(),
    telling: (onChange) => ({
      ...createContext({ ...ports, onChange }),
      underWay: context.underWay,
      jobs: context.jobs,
    }),
    jobs: createJobs(ports.turn ?? (async () => {}), (id) => ports.onChange({ topic: 'jobs', sequence: 0, ids: [id] })),
    async settings() {
      const settings = await ports.store.settings()
      if (!settings) throw new CasebookError(refuse('workspace.empty', {}))
      return settings
    },
    act(settings, at) {
      const now = ports.clock.now()
      return {
        now,
        at: at ?? now,
        by: settings.operator,
        zone: ports.clock.zone(),
        settings,
        newId: () => ports.ids.next(),
      }
    },
    async case(reference, revision, both) {
      const number = numberIn(reference)
      const c = number === null ? await ports.store.case(reference) : await ports.store.caseByNumber(number)
      if (!c) throw new CasebookError(refuse('case.unknown', { case: reference }, 'case'))
      if (revision !== undefined && revision !== c.record.revision) {
        const { id, revision: actual } = c.record
        const conflict = { kind: 'case', id, expected: revision, actual } as const
        throw new CasebookError(await conflictOf(ports.store, conflict, both?.(c) ?? []))
      }
      return c
    },
    async row(reference) {
      const row = await ports.store.caseRow(numberIn(reference) ?? reference)
      if (!row) throw new CasebookError(refuse('case.unknown', { case: reference }, 'case'))
      return row
    },
    procedure(c) {
      const { procedureId: procedure, procedureVersion: version } = c.record
      const pinned = procedures.pinned(procedure, version)
      if (!pinned) throw new CasebookError(refuse('procedure.version-unknown', { procedure, version }))
      return pinned
    },
    async beforeChange(rows) {
      const isBulk = rows > BULK_ROWS
      // One after the other they are parts of one: the first was backed up.
      if (isBulk && !wasBulk) await ports.beforeBulk?.()
      wasBulk = isBulk
    },
    async commit(change, topic, ids) {
      await context.beforeChange(change.puts.length)
      const { sequence } = await commitOrTell(ports.store, change)
      ports.onChange({ topic, sequence, ids: [...ids] })
      return { sequence }
    },
    async commitParts(parts, topic) {
      const committed = await ports.store.commitParts(backedUp(parts))
      if (committed) ports.onChange({ topic, sequence: committed.sequence, ids: [] })
      return committed
    },
    async changeCase(id, work) {
      for (let attempt = 1; ; attempt += 1) {
        const c = await context.case(id)
        const change = new CaseChange(c, context.procedure(c), context.act(await context.settings()))
        work(change)
        try {
          await context.commit(change.finish(), 'cases', [id])
          return
        } catch (thrown) {
          if (attempt === ATTEMPTS || refusalOf(thrown)?.code !== 'conflict.revision') throw thrown
        }
      }
    },
  }
  return context

  /** The same parts; what is many of them, or one of many rows, is backed up before the first. */
  async function* backedUp(parts: AsyncIterable<ChangeSet>): AsyncGenerator<ChangeSet> {
    let held: ChangeSet | null = null
    let isFirst = true
    for await (const part of parts) {
      if (held !== null) {
        if (isFirst) await ports.beforeBulk?.()
        isFirst = false
        yield held
      }
      held = part
    }
    if (held === null) return
    if (isFirst && held.puts.length > BULK_ROWS) await ports.beforeBulk?.()
    yield held
  }
}

/** The number in `C-42` or `42`; null where it is another kind of reference. */
export function numberIn(reference: string): number | null {
  const digits = /^(?:C-)?(\d{1,9})$/i.exec(reference.trim())?.[1]
  return digits === undefined ? null : Number(digits)
}
