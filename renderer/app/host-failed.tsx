import { shellText } from '../../shared/text/ui/shell.ts'
import { useSession } from '../state/session.ts'
import { Art } from '../ui/art.tsx'
import { Button } from '../ui/button.tsx'
import { PageHeading } from '../ui/page.tsx'
import styles from './whole-screen.module.css'

/** No workspace to show: the host's reason and way out, whichever of its failures it is. */
export function HostFailed() {
  const workspace = useSession((s) => s.status?.workspace)
  const failure = useSession((s) => s.failure)
  const error = workspace?.error ?? failure
  return (
    <main className={styles.screen}>
      <Art name="closed-door" />
      <PageHeading title={workspace ? shellText.failedTitle : 'MSP Casebook is not running'} />
      <div className={styles.text} role="alert">
        <p>{error?.message}</p>
        <p>{error?.remedy}</p>
      </div>
      {workspace && (
        <p className={styles.folder}>
          {shellText.failedFolder}: <code>{workspace.folder}</code>
        </p>
      )}
      <div className={styles.actions}>
        {workspace?.kind === 'real' && (
          <Button onClick={() => void useSession.getState().switchTo('practice')}>Practise instead</Button>
        )}
        <Button variant="primary" onClick={() => void useSession.getState().load()}>
          Try again
        </Button>
      </div>
    </main>
  )
}
