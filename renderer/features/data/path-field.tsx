import { FolderOpen } from 'lucide-react'
import { desktopScreenText } from '../../../shared/text/ui/desktop.ts'
import { client } from '../../client/index.ts'
import { useIsDesktop } from '../../state/session.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { type FieldProblem, TextField } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'

/** What is pointed at: a folder, where a backup is saved to, or a backup that is there. */
export type Place = 'folder' | 'save' | 'open'

interface PathFieldProps {
  readonly label: string
  readonly help: string
  readonly note?: string
  readonly required?: boolean
  readonly value: string
  readonly onValue: (path: string) => void
  readonly problem?: FieldProblem | null
  readonly place: Place
}

/** A place on the machine the app runs on: typed or pasted, and in the desktop app also chosen in the system's dialog. */
export function PathField({ place, onValue, ...field }: PathFieldProps) {
  const isDesktop = useIsDesktop()
  const { run, busy, error } = useSubmit()
  const choose = () =>
    void run(async () => {
      const chosen = await ask(place)
      if (chosen !== null) onValue(chosen)
    })
  const beside = isDesktop && (
    <Button icon={<FolderOpen aria-hidden />} busy={busy} onClick={choose}>
      {desktopScreenText.choose[place]}
    </Button>
  )
  return (
    <>
      <TextField {...field} onValue={onValue} beside={beside} mono />
      <Problem error={error} />
    </>
  )
}

function ask(place: Place): Promise<string | null> {
  return place === 'folder' ? client.send('host.choose-folder', {}) : client.send('host.choose-backup', { to: place })
}
