import { useStore } from 'zustand'
import { pendingStore } from '../state/readiness.ts'
import { useSession } from '../state/session.ts'

export type AppState = 'loading' | 'ready' | 'failed' | 'empty'

/** Where the app as a whole stands; `ready` only once the screen shows what it is for. */
export function useAppState(): AppState {
  const status = useSession((s) => s.status)
  const failure = useSession((s) => s.failure)
  const pending = useStore(pendingStore, (s) => s.pending)
  if (status === null) return failure === null ? 'loading' : 'failed'
  if (status.workspace.state === 'failed') return 'failed'
  if (status.workspace.state === 'empty') return 'empty'
  return pending > 0 ? 'loading' : 'ready'
}
