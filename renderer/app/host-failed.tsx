import { useState } from 'react'
import { dataText, type FailureWay, failureText } from '../../shared/text/ui/data.ts'
import { shellText } from '../../shared/text/ui/shell.ts'
import { client } from '../client/index.ts'
import { ChooseBackupDialog } from '../features/data/choose-backup-dialog.tsx'
import { PathDialog } from '../features/data/path-dialog.tsx'
import { RescueDialog } from '../features/data/rescue-dialog.tsx'
import { useSession } from '../state/session.ts'
import { useSubmit } from '../state/use-submit.ts'
import { Art } from '../ui/art.tsx'
import { Button } from '../ui/button.tsx'
import { PageHeading } from '../ui/page.tsx'
import { Problem } from '../ui/problem.tsx'
import styles from './whole-screen.module.css'

const text = dataText.failed

/** No workspace to show: what is so, and the ways out that fit, whichever of its failures it is. */
export function HostFailed() {
  const workspace = useSession((s) => s.status?.workspace)
  const failure = useSession((s) => s.failure)
  const [open, setOpen] = useState<FailureWay | null>(null)
  const { run, busy, error } = useSubmit()
  const said = workspace?.error ?? failure
  const { remedy, ways } = failureText(workspace?.error?.code ?? '')
  const close = () => setOpen(null)
  const again = () => void run(() => useSession.getState().reopen())
  return (
    <main className={styles.screen}>
      <Art name="closed-door" />
      <PageHeading title={workspace ? shellText.failedTitle : 'MSP Casebook is not running'} />
      <div className={styles.text} role="alert">
        <p>{said?.message}</p>
        <p>{remedy ?? said?.remedy}</p>
      </div>
      {workspace && (
        <p className={styles.folder}>
          {shellText.failedFolder}: <code>{workspace.folder}</code>
        </p>
      )}
      <div className={styles.actions}>
        <Button variant="primary" busy={busy} onClick={again}>
          {text.again}
        </Button>
        {workspace &&
          ways.map((way) => (
            <Button key={way} onClick={() => setOpen(way)}>
              {text[way]}
            </Button>
          ))}
        {workspace && <SwitchButton kind={workspace.kind} />}
      </div>
      <Problem error={error} />
      {open === 'restore' && <ChooseBackupDialog onClose={close} />}
      {open === 'rescue' && <RescueDialog onClose={close} />}
      {open === 'folder' && (
        <PathDialog
          text={dataText.folder}
          place="folder"
          onClose={close}
          onPath={async (folder) => {
            await client.send('host.open-folder', { folder })
            await useSession.getState().load()
          }}
        />
      )}
    </main>
  )
}

/** The other workspace may well be sound. */
function SwitchButton({ kind }: { readonly kind: 'real' | 'practice' }) {
  const other = kind === 'real' ? 'practice' : 'real'
  return (
    <Button variant="quiet" onClick={() => void useSession.getState().switchTo(other)}>
      {kind === 'real' ? text.practise : text.leavePractice}
    </Button>
  )
}
