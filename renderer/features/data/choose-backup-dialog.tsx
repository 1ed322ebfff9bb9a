import { useEffect, useState } from 'react'
import { dataText } from '../../../shared/text/ui/data.ts'
import { useBackups } from '../../state/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { BackupTable } from './backup-table.tsx'
import styles from './data-screen.module.css'
import { PathField } from './path-field.tsx'
import { RestoreDialog } from './restore-dialog.tsx'

const text = dataText.choose

/** Which backup to put in place: one of the workspace's own, or any by its path. */
export function ChooseBackupDialog({ onClose }: { readonly onClose: () => void }) {
  const backups = useBackups()
  const [path, setPath] = useState('')
  const [chosen, choose] = useState<string | null>(null)
  useEffect(() => {
    void useBackups.getState().load({})
  }, [])
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={text.title}
      description={text.lead}
      onSubmit={() => path.trim() !== '' && choose(path.trim())}
    >
      <Loaded from={backups}>{(listed) => <BackupTable listed={listed} none={text.none} brief />}</Loaded>
      <div className={styles.path}>
        <PathField label={text.path} help={text.pathHelp} place="open" value={path} onValue={setPath} />
        <div>
          <Button type="submit">{text.look}</Button>
        </div>
      </div>
      {chosen !== null && <RestoreDialog file={chosen} onClose={() => choose(null)} />}
    </Dialog>
  )
}
