import { realpath } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { contract, type OperationName } from '../../shared/contract/index.ts'
import type { HostStatus } from '../../shared/contract/operations/host.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { sentence } from '../../shared/text/messages/index.ts'
import { PracticeStateError } from '../practice/state-file.ts'
import type { Desk, DeskOptions, Handlers, OpenDesk } from '../rpc/handlers.ts'
import { CasebookError, refusalOf } from '../services/casebook-error.ts'
import type { AppOperation } from '../services/handlers.ts'
import { createInTurn } from '../services/in-turn.ts'
import { judgementHandlers } from '../services/judgements.ts'
import { type Profile, readProfile } from '../services/profile.ts'
import { isFolder } from '../store/durable.ts'
import { systemClock } from '../store/system-clock.ts'
import { backupView } from './backup-view.ts'
import { desktopHandlers } from './desktop-handlers.ts'
import { demandRestorable, type Keeper, keepingHandlers, putInPlace } from './keeping.ts'
import { type OpenedWorkspace, openWorkspace } from './open-workspace.ts'

type Kind = 'real' | 'practice'

/** What became of opening a workspace: it is open, it is not there yet, or it cannot be opened. */
type Opened =
  | { readonly state: 'open'; readonly workspace: OpenedWorkspace }
  | { readonly state: 'empty' }
  | { readonly state: 'failed'; readonly refusal: Refusal }

/** The practice workspace lies inside the data folder, so that real and practice never share a file. */
export function workspaceFolder(dataFolder: string, kind: Kind): string {
  return kind === 'real' ? dataFolder : join(dataFolder, 'practice')
}

/**
 * The app behind one door for all hosts: the operations of the open workspace, and those on the host itself, which
 * answer even where the workspace could not be opened. The first `workspace.init` makes the workspace.
 */
export const openDesk: OpenDesk = async (options) => createDesk(options, await open(options, options.kind, false))

/** The app without any workspace: judges files and links, and refuses the rest. Locks and reads nothing. */
export function deskWithoutWorkspace(options: DeskOptions): Desk {
  return createDesk(options, { state: 'empty' })
}

function createDesk(options: DeskOptions, at: Opened): Desk {
  let folder = options.folder
  let kind: Kind = options.kind
  let opened = at
  /** Opening and switching go one after the other, and whatever else is asked meanwhile waits for them. */
  const inTurn = createInTurn()
  const judgements = judgementHandlers(null)
  const running = new Set<Promise<unknown>>()
  const keeper: Keeper = {
    folder: () => workspaceFolder(folder, kind),
    kind: () => kind,
    clock: () => (opened.state === 'open' ? opened.workspace.clock : systemClock),
    workspace: () => (opened.state === 'open' ? opened.workspace : null),
    failure: () => (opened.state === 'failed' ? opened.refusal : null),
  }
  const keeping = keepingHandlers(keeper)
  const desktop = desktopHandlers(options.desktop ?? null, keeper.folder)

  const handlers = Object.fromEntries(
    (Object.keys(contract) as OperationName[]).map((name) => [name, (input: unknown) => run(name, input)]),
  ) as Handlers

  return {
    handlers,
    close,
    wake() {
      if (opened.state === 'open') opened.workspace.wake()
    },
  }

  async function run(name: OperationName, input: unknown): Promise<unknown> {
    if (name === 'host.open-folder') return inTurn(() => openFolder((input as { folder: string }).folder))
    if (name === 'host.switch') return inTurn(() => switchTo((input as { kind: Kind }).kind))
    if (name === 'workspace.restore') return inTurn(() => restore(input as { file: string; confirmed: boolean }))
    if (name === 'workspace.init') await inTurn(() => makeFor(input as Profile))
    else await inTurn(async () => {})
    if (name === 'host.status') return track(status())
    if (name === 'host.show-folder') return showFolder((input as { what: 'workspace' | 'backups' }).what)
    // Nothing of the workspace waits for a dialog: it may be left, and the app ended, while one is open.
    if (name === 'host.choose-folder') return desktop[name]({})
    if (name === 'host.choose-backup') return desktop[name](input as { to: 'save' | 'open' })
    if (isDesktop(name)) return track((desktop[name] as (input: unknown) => Promise<unknown>)(input))
    if (isKeeping(name)) return track((keeping[name] as (input: unknown) => Promise<unknown>)(input))
    return track(answer(name, input))
  }

  function isDesktop(name: OperationName): name is keyof typeof desktop {
    return Object.hasOwn(desktop, name)
  }

  function isKeeping(name: OperationName): name is keyof typeof keeping {
    return Object.hasOwn(keeping, name)
  }

  /** Backs up what is there, puts the backup in its place, and opens that. What cannot be restored changes nothing. */
  async function restore(input: { readonly file: string; readonly confirmed: boolean }) {
    const path = await demandRestorable(keeper, input.file, input.confirmed)
    const saved = opened.state === 'open' ? await saveBefore(opened.workspace, path) : null
    await leave()
    try {
      const { manifest, kept } = await putInPlace(keeper, path, saved)
      opened = await openAt()
      const { createdAt, cases } = manifest
      if (opened.state === 'open') await opened.workspace.note('workspace.restored', { createdAt, cases })
      return { status: await status(), backup: backupView(path, manifest, keeper.clock().zone()), kept }
    } finally {
      // Whatever stopped it, what is there is opened again.
      if (opened.state === 'empty') opened = await openAt()
      options.onChange({ topic: 'host', sequence: 0, ids: [] })
    }
  }

  /** A damaged database cannot be backed up; its files are kept as they are then. */
  async function saveBefore(workspace: OpenedWorkspace, restoring: string): Promise<string | null> {
    try {
      return (await workspace.backups.make('before-restore', undefined, restoring)).path
    } catch (thrown) {
      options.log.error('backup.failed', { error: thrown })
      return null
    }
  }

  async function answer(name: AppOperation, input: unknown): Promise<unknown> {
    if (opened.state !== 'open' && name in judgements) {
      return (judgements[name as keyof typeof judgements] as (input: unknown) => Promise<unknown>)(input)
    }
    if (opened.state === 'failed') throw new CasebookError(opened.refusal)
    if (opened.state === 'empty') throw new CasebookError(refuse('workspace.empty', {}))
    return (opened.workspace.handlers[name] as (input: unknown) => Promise<unknown>)(input)
  }

  async function status(): Promise<HostStatus> {
    const workspace = opened.state === 'open' ? opened.workspace : null
    const profile = (await workspace?.profile()) ?? null
    const failure = opened.state === 'failed' ? opened.refusal : null
    const clock = workspace?.clock ?? systemClock
    return {
      version: options.version,
      host: options.host,
      workspace: {
        state: failure ? 'failed' : profile ? 'ready' : 'empty',
        kind: workspace?.kind ?? kind,
        folder: workspaceFolder(folder, kind),
        error: failure && { code: failure.code, ...sentence(failure.code, failure.params) },
      },
      now: clock.now(),
      zone: clock.zone(),
      canShowFolder: options.showFolder !== undefined,
      company: profile?.company ?? null,
      operator: profile?.operator ?? null,
    }
  }

  /** Makes the workspace where there is none; a profile that cannot be read leaves nothing behind. */
  async function makeFor(typed: Profile): Promise<void> {
    if (opened.state !== 'empty') return
    readProfile(typed)
    opened = await openAt(true)
  }

  /** Another data folder for as long as the app runs; the one it was started with is what the next start opens. */
  async function openFolder(next: string): Promise<HostStatus> {
    const path = resolve(next)
    if (!isFolder(path)) throw new CasebookError(refuse('host.no-folder', { folder: path }, 'folder'))
    await leave()
    folder = path
    kind = 'real'
    opened = await openAt()
    options.onChange({ topic: 'host', sequence: 0, ids: [] })
    return status()
  }

  /** Of the workspace that is there, and nothing else: the page may have named any folder to be opened before. */
  async function showFolder(what: 'workspace' | 'backups') {
    if (opened.state === 'empty') throw new CasebookError(refuse('workspace.empty', {}))
    const shown = await ownFolder(workspaceFolder(folder, kind), what)
    if (!options.showFolder) throw new CasebookError(refuse('host.no-file-manager', { folder: shown }))
    options.showFolder(shown)
    return { folder: shown }
  }

  function openAt(create = false): Promise<Opened> {
    return open({ ...options, folder }, kind, create)
  }

  async function switchTo(next: Kind): Promise<HostStatus> {
    if (next !== kind || opened.state === 'failed') {
      await leave()
      kind = next
      opened = await openAt()
      options.onChange({ topic: 'host', sequence: 0, ids: [] })
    }
    return status()
  }

  /** What is still being answered is answered, then the workspace is closed. */
  async function leave(): Promise<void> {
    const quiet = opened.state === 'open' ? [opened.workspace.quiet()] : []
    await Promise.allSettled([...running, ...quiet])
    const left = opened
    opened = { state: 'empty' }
    if (left.state === 'open') await left.workspace.close()
  }

  function track<T>(operation: Promise<T>): Promise<T> {
    running.add(operation)
    const forget = () => running.delete(operation)
    operation.then(forget, forget)
    return operation
  }

  function close(): Promise<void> {
    return inTurn(leave)
  }
}

/** Seen through links: backups that lie elsewhere are not shown, the folder with the link to them is. */
async function ownFolder(folder: string, what: 'workspace' | 'backups'): Promise<string> {
  const own = await realpath(folder)
  const backups = join(own, 'backups')
  if (what === 'workspace' || !isFolder(backups)) return own
  return (await realpath(backups)) === backups ? backups : own
}

async function open(options: DeskOptions, kind: Kind, create: boolean): Promise<Opened> {
  const { log, onChange, notifier, procedures } = options
  const given = { ...(notifier ? { notifier } : {}), ...(procedures ? { procedures } : {}) }
  const watch = options.host !== 'cli'
  const folder = workspaceFolder(options.folder, kind)
  try {
    return {
      state: 'open',
      workspace: await openWorkspace({ folder, kind, create, watch, log, onChange, ...given }),
    }
  } catch (thrown) {
    const refusal = thrown instanceof PracticeStateError ? unreadable(thrown) : refusalOf(thrown)
    if (refusal?.code === 'store.no-workspace' || refusal?.code === 'store.missing-folder') return { state: 'empty' }
    log.error('workspace.failed', { code: refusal?.code ?? 'unforeseen', error: thrown })
    return { state: 'failed', refusal: refusal ?? refuse('workspace.failed', {}) }
  }
}

function unreadable({ path }: PracticeStateError): Refusal {
  return refuse('practice.state-unreadable', { path })
}
