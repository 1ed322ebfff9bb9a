import type { CaseView, StepView } from '../../../shared/contract/views.ts'
import { dateTime } from '../../format/zoned.ts'
import { useZone } from '../../state/session.ts'
import { FileButton } from './file-button.tsx'
import styles from './step-record.module.css'
import { stepLook } from './step-status.tsx'

interface StepRecordProps {
  readonly view: CaseView
  readonly step: StepView
  readonly record: NonNullable<StepView['record']>
}

/** What happened to the step: who, when, why, and what they saw. */
export function StepRecord({ view, step, record }: StepRecordProps) {
  const zone = useZone()
  const file = view.attachments.find((a) => a.id === record.evidence?.attachmentId)
  const word = record.state === 'reopened' ? 'Reopened' : stepLook(view, step).word
  return (
    <div className={styles.record}>
      <p>
        {word} by {record.by || 'the app'}, {dateTime(record.at, zone)}
      </p>
      {record.reason !== '' && <p className={styles.said}>{record.reason}</p>}
      {record.evidence !== null && record.evidence.text !== '' && <p className={styles.said}>{record.evidence.text}</p>}
      {file && (
        <p>
          <FileButton file={file} caseId={view.id} />
        </p>
      )}
    </div>
  )
}
