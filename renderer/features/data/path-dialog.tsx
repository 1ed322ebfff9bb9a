import { useState } from 'react'
import { fieldProblem, otherProblem } from '../../state/field-problem.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Problem } from '../../ui/problem.tsx'
import { PathField, type Place } from './path-field.tsx'

interface PathDialogProps {
  readonly text: {
    readonly title: string
    readonly lead: string
    readonly path: string
    readonly pathHelp: string
    readonly button: string
  }
  readonly place: Exclude<Place, 'open'>
  readonly onClose: () => void
  /** Does it, and closes the dialog. @throws OperationError, which is then said in place. */
  readonly onPath: (path: string) => Promise<unknown>
}

/** Asks for a place on this computer. The page itself sees no folders. */
export function PathDialog({ text, place, onClose, onPath }: PathDialogProps) {
  const [path, setPath] = useState('')
  const { run, busy, error } = useSubmit()
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={text.title}
      description={text.lead}
      onSubmit={() => path.trim() !== '' && void run(() => onPath(path.trim()))}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={busy}>
            {text.button}
          </Button>
        </>
      }
    >
      <PathField
        label={text.path}
        help={text.pathHelp}
        place={place}
        required
        value={path}
        onValue={setPath}
        problem={fieldProblem(error, 'folder')}
      />
      <Problem error={otherProblem(error, ['folder'])} />
    </Dialog>
  )
}
