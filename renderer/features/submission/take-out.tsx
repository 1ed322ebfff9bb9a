import { FolderOpen, GripVertical } from 'lucide-react'
import { desktopScreenText as text } from '../../../shared/text/ui/desktop.ts'
import { client } from '../../client/index.ts'
import { useIsDesktop } from '../../state/session.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/problem.tsx'
import styles from './take-out.module.css'

/** Ways of an export out of the window, where the window is the desktop's: shown in its folder, or dragged away. */
export function TakeOut({ path }: { readonly path: string }) {
  const isDesktop = useIsDesktop()
  const { run, busy, error } = useSubmit()
  if (!isDesktop) return null
  return (
    <>
      <div className={styles.ways}>
        <Button
          icon={<FolderOpen aria-hidden />}
          busy={busy}
          onClick={() => void run(() => client.send('host.reveal', { path }))}
        >
          {text.reveal}
        </Button>
        {/* The button does the same for whoever does not drag: no reader needs to hear of this. */}
        <span
          aria-hidden
          className={styles.grip}
          draggable
          title={text.dragHint}
          onDragStart={(event) => {
            // The system drags the file itself; the page's own drag would only carry its words.
            event.preventDefault()
            void run(() => client.send('host.drag-out', { path }))
          }}
        >
          <GripVertical aria-hidden />
          {text.drag}
        </span>
      </div>
      <Problem error={error} />
    </>
  )
}
