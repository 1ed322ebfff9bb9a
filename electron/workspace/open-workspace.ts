import { join } from 'node:path'
import type { ChangeEvent } from '../../shared/contract/index.ts'
import { type Finding, finding } from '../../shared/domain/finding.ts'
import { fromMillis, type Instant, toMillis } from '../../shared/domain/instant.ts'
import { type Refusal, refuse } from '../../shared/domain/refusal.ts'
import type { Registry } from '../../shared/procedures/index.ts'
import { createAwsGateway, createPracticeGateway } from '../aws/gateway.ts'
import { practicePort } from '../practice/practice-port.ts'
import { type PracticeAws, startPracticeAws } from '../practice/server.ts'
import { createApp } from '../services/app.ts'
import { CasebookError } from '../services/casebook-error.ts'
import type { Ports } from '../services/context.ts'
import type { AppHandlers } from '../services/handlers.ts'
import type { Notifier } from '../services/notifier-port.ts'
import type { Clock, Log } from '../services/ports.ts'
import { openAttachments } from '../store/attachments.ts'
import { Backups } from '../store/backup/backups.ts'
import { createIds } from '../store/ids.ts'
import { openStore } from '../store/open-store.ts'
import { createOutbox } from '../store/outbox.ts'
import { packer } from '../store/packer.ts'
import type { SqliteStore } from '../store/sqlite-store.ts'
import { systemClock } from '../store/system-clock.ts'
import type { Verified } from '../store/verify.ts'
import { keepDaily } from './daily-backup.ts'
import { systemTimer } from './system-timer.ts'

/** Milliseconds by which clocks are corrected all the time. */
const MINUTE = 60_000

export interface OpenedWorkspace {
  readonly kind: 'real' | 'practice'
  readonly clock: Clock
  readonly handlers: AppHandlers
  readonly backups: Backups
  /** Why the last backup that was made by itself failed; null where it did not. */
  backupFailure(): Refusal | null
  /** @param job ID under which it can be followed and ended */
  verify(job?: string): Promise<Verified>
  /** How much there is, to be compared with a backup. */
  contents(): Promise<Contents>
  /** Records what was done to the workspace as a whole. */
  note(what: string, params: Readonly<Record<string, unknown>>): Promise<void>
  /** Company and operator of the profile; null before it has been set up. */
  profile(): Promise<{ readonly company: string; readonly operator: string } | null>
  /** Time has passed unseen: what has fallen due meanwhile is told now. */
  wake(): void
  /** Ends what the app does by itself, so that nothing new begins; resolves when the last of it is filed. */
  quiet(): Promise<void>
  close(): Promise<void>
}

export interface Contents {
  readonly customers: number
  readonly cases: number
  readonly lastChange: { readonly sequence: number; readonly at: Instant } | null
}

export interface WorkspaceOptions {
  readonly folder: string
  /** What a new workspace becomes. One that exists is what it was made as. */
  readonly kind: 'real' | 'practice'
  readonly create: boolean
  /** Whether to look at AWS, and at what falls due, in the background while it is open. */
  readonly watch: boolean
  readonly log: Log
  readonly notifier?: Notifier
  /** The procedures cases run in; absent: the app's own. */
  readonly procedures?: Registry
  onChange(event: ChangeEvent): void
}

/**
 * Opens a workspace folder and wires the ports: the one place where engine, SDK and practice AWS are chosen.
 * A practice workspace reaches the practice AWS only, whatever the environment says.
 * @throws StoreFault where the folder or the database cannot be used
 */
export async function openWorkspace(options: WorkspaceOptions): Promise<OpenedWorkspace> {
  const { folder, log, onChange } = options
  let clock: Clock = systemClock
  const store = await openStore({ folder, now: () => clock.now(), create: options.create })
  let practice: PracticeAws | null = null
  try {
    const kind = (await store.settings())?.kind ?? options.kind
    if (kind === 'practice') {
      practice = await startPracticeAws({ statePath: join(folder, 'practice-aws.json') })
      clock = practiceClock(practice)
    }
    const backups = new Backups(
      folder,
      (target) => store.snapshot(target),
      () => clock.now(),
    )
    const ports: Ports = {
      kind,
      clock: { now: () => clock.now(), zone: () => clock.zone() },
      ids: createIds(),
      store,
      attachments: openAttachments(folder),
      outbox: createOutbox(join(folder, 'exports')),
      packer,
      aws: practice ? createPracticeGateway({ endpoint: practice.url }) : createAwsGateway(),
      practice: practice && practicePort(practice),
      timer: systemTimer,
      ...(options.notifier ? { notifier: options.notifier } : {}),
      ...(options.procedures ? { procedures: options.procedures } : {}),
      turn: () => new Promise((resolve) => setImmediate(resolve)),
      beforeBulk: async () => void (await backups.make('before-bulk')),
      log,
      onChange,
    }
    const app = createApp(ports)
    if (options.watch) {
      app.watch()
      app.remind()
    }
    const daily = keepDaily(backups, log, !options.create)
    return {
      kind,
      clock: ports.clock,
      handlers: app.handlers,
      async profile() {
        const settings = await store.settings()
        return settings && { company: settings.company, operator: settings.operator }
      },
      backups,
      backupFailure: () => daily.failure(),
      async verify(job) {
        const verified = await app.jobs.run(job ?? ports.ids.next(), 'verify', (control) =>
          store.verify(async (done, total) => {
            if (control.isCancelled()) throw new CasebookError(refuse('job.cancelled', {}))
            await control.progress(done, total)
          }),
        )
        const { lastChange } = await contentsOf(store)
        return { ...verified, findings: [...verified.findings, ...clockFindings(lastChange?.at ?? null, clock.now())] }
      },
      contents: () => contentsOf(store),
      async note(what, params) {
        const settings = await store.settings()
        const entry = { caseId: null, customerId: null, payerId: null, params: { ...params } }
        const who = settings?.operator ?? ''
        if (settings) await store.commit({ puts: [], activity: [{ at: clock.now(), who, what, ...entry }] })
      },
      wake: () => app.wake(),
      quiet: () => app.close(),
      async close() {
        await app.close()
        await daily.close()
        await store.close()
        await practice?.close()
      },
    }
  } catch (thrown) {
    await store.close()
    await practice?.close()
    throw thrown
  }
}

/** A clock that was set back loses nothing, and makes waits uncertain: worth knowing. */
function clockFindings(last: Instant | null, now: Instant): readonly Finding[] {
  if (last === null || toMillis(last) - toMillis(now) < MINUTE) return []
  return [finding('warning', 'verify.clock', { at: last, now })]
}

async function contentsOf(store: SqliteStore): Promise<Contents> {
  const all = { caseId: null, customerId: null, payerId: null, before: null, limit: 1 }
  const [last] = await store.activity(all)
  const counts = await store.counts()
  return { ...counts, lastChange: last ? { sequence: last.sequence, at: last.at } : null }
}

/** In a practice workspace every “now” is the practice AWS's: its waits pass when its clock is moved on. */
function practiceClock(practice: PracticeAws): Clock {
  return { now: () => fromMillis(practice.clock.now()), zone: () => systemClock.zone() }
}
