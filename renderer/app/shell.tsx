import { useEffect } from 'react'
import { shellText } from '../../shared/text/ui/shell.ts'
import { NewCaseDialog } from '../features/cases/new-case-dialog.tsx'
import { Coach } from '../features/coach/coach.tsx'
import { GlossaryDialog } from '../features/glossary/glossary-dialog.tsx'
import { MessagesDialog } from '../features/messages/messages-dialog.tsx'
import { PracticeBanner } from '../features/practice/practice-banner.tsx'
import { useRoute } from '../state/location.ts'
import { followNews } from '../state/news.ts'
import { showReminders } from '../state/reminders.ts'
import { useIsPractice, useSession } from '../state/session.ts'
import { useSurface } from '../state/surfaces.ts'
import { CommandPalette } from './command-palette.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { JobsStrip } from './jobs-strip.tsx'
import { Screen } from './screen.tsx'
import styles from './shell.module.css'
import { ShortcutSheet } from './shortcut-sheet.tsx'
import { Sidebar } from './sidebar.tsx'
import { useKeys } from './use-keys.ts'

/** What is around every screen: banner in practice, sidebar, and the surfaces that open from anywhere. */
export function Shell() {
  const practice = useIsPractice()
  const connected = useSession((s) => s.connected)
  const open = useSurface((s) => s.open)
  const close = () => useSurface.getState().show(null)
  const route = useRoute()
  useKeys()
  useReminders()
  useEffect(() => followNews(), [])
  const screenKey = 'ref' in route ? route.ref : 'id' in route ? `${route.screen} ${route.id}` : route.screen

  return (
    <div className={styles.shell} data-practice={practice || undefined}>
      <button type="button" className={styles.skip} onClick={() => document.getElementById('content')?.focus()}>
        Skip to content
      </button>
      {practice && <PracticeBanner />}
      <Sidebar />
      <main id="content" className={styles.main} tabIndex={-1}>
        <div role="status">{!connected && <p className={styles.offline}>{shellText.offline}</p>}</div>
        <ErrorBoundary key={screenKey}>
          <Screen route={route} />
        </ErrorBoundary>
        {practice && <Coach />}
        <JobsStrip />
      </main>
      <CommandPalette open={open === 'palette'} onClose={close} />
      <ShortcutSheet open={open === 'shortcuts'} onClose={close} />
      {open === 'glossary' && <GlossaryDialog onClose={close} />}
      {open === 'messages' && <MessagesDialog onClose={close} />}
      {open === 'new-case' && <NewCaseDialog onClose={close} />}
    </div>
  )
}

/** What fell due before the page was there, or while nobody saw it. */
function useReminders(): void {
  useEffect(() => {
    const show = () => void showReminders()
    show()
    document.addEventListener('visibilitychange', show)
    return () => document.removeEventListener('visibilitychange', show)
  }, [])
}
