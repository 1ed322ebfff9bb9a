import { useEffect } from 'react'
import { changesText } from '../../../shared/text/ui/changes.ts'
import { client } from '../../client/index.ts'
import { createQueryStore } from '../../state/query-store.ts'
import { undoChange } from '../../state/undo.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Problem } from '../../ui/problem.tsx'

const text = changesText.dialog
const usePreview = createQueryStore(client, 'undo.preview')

/** The change that an entry of the record is of, before it is taken back; or why it cannot be. */
export function TakeBackDialog({ sequence, onClose }: { readonly sequence: number; readonly onClose: () => void }) {
  const preview = usePreview()
  const { run, busy } = useSubmit()
  useEffect(() => {
    void usePreview.getState().load({ sequence }, { keep: false })
  }, [sequence])
  const change = preview.data?.change ?? null
  const canTake = change !== null && change.refusal === null && !change.isUndone
  const take = () =>
    void run(async () => {
      if (change !== null && (await undoChange(change.sequence))) onClose()
    })
  return (
    <Dialog
      open
      onClose={onClose}
      title={text.title}
      description={text.lead}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {canTake && (
            <Button variant="primary" busy={busy} onClick={take}>
              {text.button}
            </Button>
          )}
        </>
      }
    >
      <Loaded from={preview}>
        {({ change }) =>
          change === null ? (
            <Problem error={text.unkept} />
          ) : (
            <>
              <p>{change.sentence}</p>
              <p>
                {change.who}, <time dateTime={change.at}>{change.atText}</time>
              </p>
              {change.isUndone ? <p>{text.undone}</p> : <Problem error={change.refusal} />}
            </>
          )
        }
      </Loaded>
    </Dialog>
  )
}
