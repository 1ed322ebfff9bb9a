import { useState } from 'react'
import type { ViewWithCount } from '../../../shared/contract/operations/views.ts'
import { casesText } from '../../../shared/text/ui/cases.ts'
import { client } from '../../client/index.ts'
import { useCaseList } from '../../state/case-list.ts'
import { fieldProblem, otherProblem } from '../../state/field-problem.ts'
import { useViews } from '../../state/queries.ts'
import { toast } from '../../state/toasts.ts'
import { undoChange } from '../../state/undo.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'

const text = casesText.views

/** The name of a view: of the one on the screen, which is kept, or another name for one that is. */
export function ViewDialog({ view, onClose }: { readonly view: ViewWithCount | null; readonly onClose: () => void }) {
  const [name, setName] = useState(view?.name ?? '')
  const { run, busy, error } = useSubmit()
  const save = async () => {
    const { filter, order, reverse, layout } = view ?? useCaseList.getState()
    const { sequence } = await client.send('view.save', {
      ...(view === null ? {} : { view: view.id }),
      name,
      filter,
      order,
      reverse,
      layout,
    })
    if (sequence !== null) toast.undoable(text.saved(name.trim()), () => void undoChange(sequence))
    await useViews.getState().refresh()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={view === null ? text.title : text.renameTitle}
      description={view === null ? text.lead : undefined}
      onSubmit={() => void run(save).then((done) => done && onClose())}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={busy}>
            {view === null ? text.save : text.rename}
          </Button>
        </>
      }
    >
      <TextField label={text.name} value={name} onValue={setName} problem={fieldProblem(error, 'name')} />
      <Problem error={otherProblem(error, ['name'])} />
    </Dialog>
  )
}
