import { Check, ChevronDown, ChevronUp } from 'lucide-react'
import { useState } from 'react'
import type { CaseView, StepView } from '../../../shared/contract/views.ts'
import { zoneName } from '../../../shared/text/times.ts'
import { caseText } from '../../../shared/text/ui/case.ts'
import { fromWallTime } from '../../format/zoned.ts'
import { onCase } from '../../state/current-case.ts'
import { fieldProblem, otherProblem } from '../../state/field-problem.ts'
import { go } from '../../state/location.ts'
import { caseHref } from '../../state/route.ts'
import { useZone } from '../../state/session.ts'
import { sayChanged } from '../../state/undo.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { type FieldProblem, TextArea, TextField } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { EvidenceFile } from './evidence-file.tsx'
import styles from './mark-done.module.css'
import { readFile } from './read-file.ts'
import type { FactDrafts } from './use-fact-drafts.ts'

interface MarkDoneProps {
  readonly view: CaseView
  readonly step: StepView
  readonly drafts: FactDrafts
  readonly primary: boolean
}

/** Marks a step done by hand: values still in the fields are saved first, evidence and the real time go along. */
export function MarkDone({ view, step, drafts, primary }: MarkDoneProps) {
  const zone = useZone()
  const required = step.evidencePolicy === 'required'
  const [more, showMore] = useState(false)
  const [evidence, setEvidence] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [wallTime, setWallTime] = useState('')
  const [badTime, setBadTime] = useState<FieldProblem | null>(null)
  const { run, busy, error } = useSubmit()

  const finish = async () => {
    const at = wallTime === '' ? undefined : fromWallTime(wallTime, zone)
    setBadTime(at === null ? caseText.badTime : null)
    if (at === null || !(await drafts.save())) return
    await run(async () => {
      const after = await onCase('case.step', {
        step: step.id,
        to: 'done',
        ...(evidence.trim() === '' ? {} : { evidence }),
        ...(file === null ? {} : { evidenceFile: await readFile(file) }),
        ...(at === undefined ? {} : { at }),
      })
      sayChanged(`Done: ${step.title}`, after.sequence)
      if (after.nextStepId !== null) go(caseHref(view.ref, 'steps', after.nextStepId))
    })
  }

  // What was pasted or dropped is seen before it is kept.
  const take = (taken: File | null) => {
    setFile(taken)
    if (taken !== null) showMore(true)
  }
  // What is wrong must be seen, even where the fields were folded away.
  const shown = more || badTime !== null || error?.field === 'evidence' || error?.field === 'at'

  return (
    <>
      <Problem error={otherProblem(error, ['evidence', 'at'])} className={styles.wide} />
      <div id="step-evidence" className={styles.fields} hidden={!shown}>
        {step.evidencePolicy !== 'none' && (
          <TextArea
            label={caseText.evidence.label}
            note={required ? undefined : 'optional'}
            help={caseText.evidence.hint}
            value={evidence}
            onValue={setEvidence}
            problem={fieldProblem(error, 'evidence')}
            rows={2}
          />
        )}
        {step.evidencePolicy !== 'none' && <EvidenceFile file={file} onFile={take} />}
        <TextField
          type="datetime-local"
          label={`${caseText.at.label} (${zoneName(zone)})`}
          help={caseText.at.hint}
          value={wallTime}
          onValue={setWallTime}
          problem={badTime ?? fieldProblem(error, 'at')}
        />
      </div>
      <Button
        variant={primary ? 'primary' : 'plain'}
        icon={<Check aria-hidden />}
        busy={busy || drafts.submit.busy}
        onClick={() => void finish()}
      >
        Mark done
      </Button>
      <Button
        variant="quiet"
        icon={shown ? <ChevronDown aria-hidden /> : <ChevronUp aria-hidden />}
        aria-expanded={shown}
        aria-controls="step-evidence"
        onClick={() => showMore(!shown)}
      >
        {step.evidencePolicy === 'none' ? caseText.evidence.time : caseText.evidence.more}
      </Button>
    </>
  )
}
