import { FolderOpen } from 'lucide-react'
import { useEffect, useState } from 'react'
import { dataText } from '../../../shared/text/ui/data.ts'
import { client } from '../../client/index.ts'
import { count } from '../../format/plural.ts'
import { useBackups } from '../../state/queries.ts'
import { useSession } from '../../state/session.ts'
import { toast } from '../../state/toasts.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { CopyChip } from '../../ui/copy-chip.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Problem } from '../../ui/problem.tsx'
import { saveBytes } from '../../ui/save-bytes.ts'
import { BackupTable } from './backup-table.tsx'
import { ChooseBackupDialog } from './choose-backup-dialog.tsx'
import styles from './data-screen.module.css'
import { PathDialog } from './path-dialog.tsx'
import { RescueDialog } from './rescue-dialog.tsx'
import { VerifySection } from './verify-section.tsx'

/** Where the workspace is, and everything that keeps it. */
export function DataScreen() {
  return (
    <Page title={dataText.title} subtitle={dataText.lead}>
      <Place />
      <Backups />
      <VerifySection />
      <Rescue />
      <TheRecord />
    </Page>
  )
}

function Place() {
  const status = useSession((s) => s.status)
  const { run, busy, error } = useSubmit()
  const text = dataText.place
  if (!status) return null
  return (
    <Section title={text.title} hint={text.hint}>
      <div className={styles.place}>
        <CopyChip compact label={text.folder} value={status.workspace.folder} place="data" words />
        {status.canShowFolder && (
          <Button
            icon={<FolderOpen aria-hidden />}
            busy={busy}
            onClick={() => void run(() => client.send('host.show-folder', { what: 'workspace' }))}
          >
            {text.show}
          </Button>
        )}
      </div>
      <Problem error={error} />
    </Section>
  )
}

function Backups() {
  const backups = useBackups()
  const [open, setOpen] = useState<'file' | 'choose' | null>(null)
  const { run, busy, error } = useSubmit()
  const text = dataText.backups
  useEffect(() => {
    void useBackups.getState().load({})
  }, [])
  const backUp = () =>
    void run(async () => {
      const made = await client.send('workspace.backup', {})
      toast.done(text.made(count(made.cases, 'case')))
      await useBackups.getState().refresh()
    })
  const close = () => setOpen(null)
  return (
    <Section title={text.title} hint={text.hint}>
      <div className={styles.buttons}>
        <Button variant="primary" busy={busy} onClick={backUp}>
          {text.now}
        </Button>
        <Button onClick={() => setOpen('file')}>{text.toFile}</Button>
        <Button onClick={() => setOpen('choose')}>{text.other}</Button>
      </div>
      <Problem error={error} />
      <Loaded from={backups}>
        {(listed) => (
          <>
            <Problem error={listed.lastFailure} />
            <BackupTable listed={listed} none={text.none} />
          </>
        )}
      </Loaded>
      {open === 'file' && (
        <PathDialog
          text={dataText.file}
          place="save"
          onClose={close}
          onPath={async (out) => {
            const made = await client.send('workspace.backup', { out })
            toast.done(dataText.file.done(made.path))
            close()
          }}
        />
      )}
      {open === 'choose' && <ChooseBackupDialog onClose={close} />}
    </Section>
  )
}

function Rescue() {
  const [open, setOpen] = useState(false)
  const text = dataText.rescue
  return (
    <Section title={text.title} hint={text.hint}>
      <div className={styles.buttons}>
        <Button onClick={() => setOpen(true)}>{text.button}</Button>
      </div>
      {open && <RescueDialog onClose={() => setOpen(false)} />}
    </Section>
  )
}

function TheRecord() {
  const { run, busy, error } = useSubmit()
  const text = dataText.record
  const save = (format: 'csv' | 'json') =>
    void run(async () => {
      const file = await client.send('activity.export', { format })
      saveBytes(file.name, file.base64 ?? '', file.mediaType)
    })
  return (
    <Section title={text.title} hint={text.hint}>
      <div className={styles.buttons}>
        <Button busy={busy} onClick={() => save('csv')}>
          {text.csv}
        </Button>
        <Button busy={busy} onClick={() => save('json')}>
          {text.json}
        </Button>
        <ButtonLink href="#/changes">{text.changes}</ButtonLink>
      </div>
      <Problem error={error} />
    </Section>
  )
}
