import { join } from 'node:path'
import { contract, type OperationName } from '../../shared/contract/index.ts'
import type { HostStatus } from '../../shared/contract/operations/host.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { sentence } from '../../shared/text/messages/index.ts'
import type { Desk, DeskOptions, Handlers, OpenDesk } from '../rpc/handlers.ts'
import { CasebookError, refusalOf } from '../services/casebook-error.ts'
import { judgementHandlers } from '../services/judgements.ts'
import { systemClock } from '../store/system-clock.ts'
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
  let kind: Kind = options.kind
  let opened = at
  const judgements = judgementHandlers(null)
  const running = new Set<Promise<unknown>>()

  const handlers = Object.fromEntries(
    (Object.keys(contract) as OperationName[]).map((name) => [name, (input: unknown) => track(run(name, input))]),
  ) as Handlers

  return { handlers, close }

  async function run(name: OperationName, input: unknown): Promise<unknown> {
    if (name === 'host.status') return status()
    if (name === 'host.switch') return switchTo((input as { kind: Kind }).kind)
    if (name === 'workspace.init' && opened.state === 'empty') opened = await open(options, kind, true)
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
        folder: workspaceFolder(options.folder, kind),
        error: failure && { code: failure.code, ...sentence(failure.code, failure.params) },
      },
      now: clock.now(),
      zone: clock.zone(),
      company: profile?.company ?? null,
      operator: profile?.operator ?? null,
    }
  }

  async function switchTo(next: Kind): Promise<HostStatus> {
    if (next !== kind || opened.state === 'failed') {
      const left = opened
      opened = { state: 'empty' }
      if (left.state === 'open') await left.workspace.close()
      kind = next
      opened = await open(options, kind, false)
      options.onChange({ topic: 'host', sequence: 0, ids: [] })
    }
    return status()
  }

  function track<T>(operation: Promise<T>): Promise<T> {
    running.add(operation)
    const forget = () => running.delete(operation)
    operation.then(forget, forget)
    return operation
  }

  async function close(): Promise<void> {
    await Promise.allSettled([...running])
    const last = opened
    opened = { state: 'empty' }
    if (last.state === 'open') await last.workspace.close()
  }
}

async function open(options: DeskOptions, kind: Kind, create: boolean): Promise<Opened> {
  const { log, onChange } = options
  const folder = workspaceFolder(options.folder, kind)
  try {
    return { state: 'open', workspace: await openWorkspace({ folder, kind, create, log, onChange }) }
  } catch (thrown) {
    const refusal = refusalOf(thrown)
    if (refusal?.code === 'store.no-workspace' || refusal?.code === 'store.missing-folder') return { state: 'empty' }
    log.error('workspace.failed', { code: refusal?.code ?? 'unforeseen', error: thrown })
    return { state: 'failed', refusal: refusal ?? refuse('workspace.failed', {}) }
  }
}
