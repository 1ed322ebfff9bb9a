import { CirclePause, CirclePlay, FileDown, MessageSquareWarning, Pencil, Send, Stethoscope, X } from 'lucide-react'
import { useState } from 'react'
import { casesText } from '../../../shared/text/ui/cases.ts'
import { client } from '../../client/index.ts'
import { count } from '../../format/plural.ts'
import { useCaseList } from '../../state/case-list.ts'
import { go } from '../../state/location.ts'
import { pickedCount, pickedReferences, pickedSelection, usePicked } from '../../state/picked-cases.ts'
import { useRound } from '../../state/queries.ts'
import { toast } from '../../state/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { ExportManyDialog } from '../exchange/export-many-dialog.tsx'
import { BulkDialog, type BulkKind } from './bulk-dialog.tsx'
import { ChaseDialog } from './chase-dialog.tsx'
import styles from './picked-bar.module.css'

const text = casesText.bulk
const MOST_CHECKED = 10_000

/** What can be done with the cases that are picked; nothing where none are. */
export function PickedBar() {
  const total = useCaseList((s) => s.total) ?? 0
  const picked = usePicked()
  const [open, setOpen] = useState<BulkKind | 'export' | 'chase' | null>(null)
  const number = pickedCount(picked, total)
  if (number === 0 && open === null) return null
  const close = () => setOpen(null)
  return (
    <div className={styles.bar}>
      <p role="status" className={styles.count}>
        {text.picked(count(number, 'case'))}
      </p>
      <Button icon={<Pencil aria-hidden />} onClick={() => setOpen('edit')}>
        {text.edit}
      </Button>
      <Button icon={<CirclePause aria-hidden />} onClick={() => setOpen('hold')}>
        {text.hold}
      </Button>
      <Button icon={<CirclePlay aria-hidden />} onClick={() => setOpen('resume')}>
        {text.resume}
      </Button>
      <Button icon={<Stethoscope aria-hidden />} onClick={() => void check(number)}>
        {text.check}
      </Button>
      <Button icon={<MessageSquareWarning aria-hidden />} onClick={() => setOpen('chase')}>
        {text.chase}
      </Button>
      <Button icon={<FileDown aria-hidden />} onClick={() => setOpen('export')}>
        {text.export}
      </Button>
      <Button icon={<Send aria-hidden />} onClick={() => setOpen('sent')}>
        {text.sent}
      </Button>
      {!picked.all && number < total && (
        <Button variant="quiet" onClick={() => usePicked.getState().everything()}>
          {text.all(total.toLocaleString('en-GB'))}
        </Button>
      )}
      <Button variant="quiet" icon={<X aria-hidden />} onClick={() => usePicked.getState().nothing()}>
        {text.pickNone}
      </Button>
      {open === 'export' && <ExportManyDialog selection={pickedSelection()} number={number} onClose={close} />}
      {open === 'chase' && <ChaseDialog number={number} onClose={close} />}
      {(open === 'edit' || open === 'hold' || open === 'resume' || open === 'sent') && (
        <BulkDialog kind={open} number={number} onClose={close} />
      )}
    </div>
  )
}

/** Begins a round of checks over them; how it goes is told where rounds are. */
async function check(number: number): Promise<void> {
  if (number > MOST_CHECKED) {
    toast.done(text.checkingMost)
    return
  }
  try {
    useRound.getState().put(await client.send('checks.run', { cases: [...(await pickedReferences(MOST_CHECKED))] }))
    toast.news(text.checking(count(number, 'case')), text.checkingWhere, true, () => go('#/checks'))
  } catch (thrown) {
    toast.failed(thrown)
  }
}
