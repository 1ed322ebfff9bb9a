import { CSPProvider } from '@base-ui/react/csp-provider'
import { useEffect } from 'react'
import { FirstRun } from '../features/first-run/first-run.tsx'
import { followChanges } from '../state/changes.ts'
import { usePractice, useSettings, useToday } from '../state/queries.ts'
import { useSession } from '../state/session.ts'
import { HintProvider } from '../ui/hint.tsx'
import { Toasts } from '../ui/toasts.tsx'
import { useAppState } from './app-state.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { HostFailed } from './host-failed.tsx'
import { Shell } from './shell.tsx'
import { Starting } from './starting.tsx'
import { applyAppearance } from './theme.ts'

/** The app: one of four whole screens, by what the host says of its workspace. */
export function App() {
  const state = useAppState()
  const status = useSession((s) => s.status)
  const workspace = status?.workspace
  const appearance = useSettings((s) => s.data?.appearance)

  useEffect(() => {
    void useSession.getState().load()
    return followChanges()
  }, [])

  useEffect(() => {
    if (workspace?.state !== 'ready') return
    void useSettings.getState().load({})
    void useToday.getState().load({})
    if (workspace.kind === 'practice') void usePractice.getState().load({})
  }, [workspace?.state, workspace?.kind])

  useEffect(() => {
    if (appearance) applyAppearance(appearance)
  }, [appearance])

  useEffect(() => {
    document.documentElement.dataset.appState = state
  }, [state])

  return (
    <CSPProvider disableStyleElements>
      <HintProvider delay={400}>
        <Toasts>
          <ErrorBoundary>
            {status === null && (state === 'failed' ? <HostFailed /> : <Starting />)}
            {workspace?.state === 'failed' && <HostFailed />}
            {workspace?.state === 'empty' && <FirstRun />}
            {workspace?.state === 'ready' && <Shell />}
          </ErrorBoundary>
        </Toasts>
      </HintProvider>
    </CSPProvider>
  )
}
