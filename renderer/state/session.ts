import { create } from 'zustand'
import type { OutputOf } from '../../shared/contract/index.ts'
import { asOperationError, client, type OperationError } from '../client/index.ts'
import { clockAt, type HostClock, hostMillis } from './host-clock.ts'

export type HostStatus = OutputOf<'host.status'>

interface Session {
  /** Null until the host has answered once. */
  readonly status: HostStatus | null
  readonly clock: HostClock | null
  /** Why there is no status: the host was not reached. */
  readonly failure: OperationError | null
  /** False from the moment the host falls silent until it is heard again. */
  readonly connected: boolean
  load(): Promise<void>
  /** Tries to open the workspace that could not be opened. @throws OperationError */
  reopen(): Promise<void>
  /** Leaves for the practice workspace, or comes back; the page starts anew with the other one's data. */
  switchTo(kind: 'real' | 'practice'): Promise<void>
}

export const useSession = create<Session>()((set, get) => ({
  status: null,
  clock: null,
  failure: null,
  connected: true,
  load: async () => {
    try {
      take(await client.send('host.status', {}))
    } catch (thrown) {
      set({ failure: asOperationError(thrown) })
    }
  },
  reopen: async () => {
    const kind = get().status?.workspace.kind
    if (kind === undefined) return get().load()
    take(await client.send('host.switch', { kind }))
  },
  switchTo: async (kind) => {
    await client.send('host.switch', { kind })
    window.location.hash = '#/today'
    window.location.reload()
  },
}))

function take(status: HostStatus): void {
  useSession.setState({ status, clock: clockAt(status.now, performance.now()), failure: null })
}

/** The workspace's now, as UTC instant. */
export function nowInstant(): string {
  const { clock } = useSession.getState()
  return new Date(clock ? hostMillis(clock, performance.now()) : Date.now()).toISOString()
}

/** The zone the workspace reads times in. */
export function useZone(): string {
  return useSession((s) => s.status?.zone ?? 'UTC')
}

export function useIsPractice(): boolean {
  return useSession((s) => s.status?.workspace.kind === 'practice')
}

/** Whether the page stands in the desktop app's own window, and not in a browser. */
export function useIsDesktop(): boolean {
  return useSession((s) => s.status?.host === 'electron')
}
