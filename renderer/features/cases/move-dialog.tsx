import { CircleAlert, CircleCheck } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { CaseRowView } from '../../../shared/contract/views.ts'
import { casesText } from '../../../shared/text/ui/cases.ts'
import { client } from '../../client/index.ts'
import { count } from '../../format/plural.ts'
import { createQueryStore } from '../../state/query-store.ts'
import { caseHref } from '../../state/route.ts'
import { toast } from '../../state/toasts.ts'
import { undoChange } from '../../state/undo.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Problem } from '../../ui/problem.tsx'
import styles from './move-dialog.module.css'

export interface Phase {
  readonly id: string
  readonly title: string
}

interface MoveDialogProps {
  readonly row: CaseRowView
  /** Where it was dropped: a phase, null for done; undefined: still to be chosen. */
  readonly to: string | null | undefined
  readonly phases: readonly Phase[]
  readonly onClose: () => void
}

const usePreview = createQueryStore(client, 'case.advance-preview')
const text = casesText.board
/** In a select, the place behind the last phase. */
const DONE = ''

/** What moving a case takes, and doing it: the open steps before the phase, each under its gate and with its evidence. */
export function MoveDialog({ row, to, phases, onClose }: MoveDialogProps) {
  const next = phases[phases.findIndex(({ id }) => id === row.summary.phase) + 1]?.id ?? DONE
  const [target, setTarget] = useState(to === undefined ? next : (to ?? DONE))
  const [evidence, setEvidence] = useState<Readonly<Record<string, string>>>({})
  const preview = usePreview()
  const { run, busy, error } = useSubmit()
  const title = phases.find(({ id }) => id === target)?.title ?? text.done
  const phase = target === DONE ? null : target
  const steps = preview.data?.steps ?? []
  const isProven = steps.every((step) => step.evidence !== 'required' || evidence[step.id]?.trim())
  const isReady = preview.error === null && preview.data?.possible === true && isProven

  useEffect(() => {
    const shown = target === DONE ? null : target
    void usePreview.getState().load({ case: row.id, phase: shown }, { keep: false })
  }, [row.id, target])

  const move = async () => {
    const { revision = 0 } = preview.data ?? {}
    const { sequence } = await client.send('case.advance', { case: row.id, revision, phase, evidence: { ...evidence } })
    toast.undoable(text.moved(row.ref, title), () => void undoChange(sequence))
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={text.dialog(row.ref, title)}
      description={row.customer}
      onSubmit={() => isReady && void run(move).then((done) => done && onClose())}
      footer={
        <>
          <ButtonLink href={caseHref(row.ref)}>{text.openCase}</ButtonLink>
          <Button type="submit" variant="primary" busy={busy} disabled={!isReady}>
            {text.confirm(count(steps.length, 'step'))}
          </Button>
        </>
      }
    >
      <SelectField
        label="Phase"
        value={target}
        onValue={setTarget}
        options={[
          ...phases.map(({ id, title: name }) => ({ value: id, label: name })),
          { value: DONE, label: text.done },
        ]}
      />
      <Loaded from={preview}>
        {({ possible }) => (
          <>
            <p>{possible ? text.lead : text.refused}</p>
            <ul className={styles.steps}>
              {steps.map((step) => (
                <li key={step.id} className={styles.step}>
                  <span className={styles.name}>
                    {step.refusal ? <CircleAlert aria-hidden className={styles.bad} /> : <CircleCheck aria-hidden />}
                    {step.title}
                  </span>
                  {step.refusal && (
                    <p className={styles.refusal}>
                      {step.refusal.message} {step.refusal.remedy}
                    </p>
                  )}
                  {possible && step.evidence === 'required' && (
                    <TextField
                      label={text.evidence(step.title)}
                      help={text.required}
                      value={evidence[step.id] ?? ''}
                      onValue={(typed) => setEvidence({ ...evidence, [step.id]: typed })}
                    />
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
      <Problem error={error} />
    </Dialog>
  )
}
