import { CircleCheck, Download, FilePen, PackageCheck, Send, Undo2, Unlink } from 'lucide-react'
import type { CaseView, SubmissionView } from '../../../shared/contract/views.ts'
import { submissionText as text } from '../../../shared/text/ui/submission.ts'
import { client } from '../../client/index.ts'
import { dateTime } from '../../format/zoned.ts'
import { useZone } from '../../state/session.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { FindingList } from '../../ui/finding-list.tsx'
import { Problem } from '../../ui/problem.tsx'
import { saveBytes } from '../../ui/save-bytes.ts'
import { StatusPill } from '../../ui/status-pill.tsx'
import { AttemptFiles } from './attempt-files.tsx'
import styles from './attempts.module.css'

const LOOKS = {
  draft: { tone: 'neutral', word: 'Draft', icon: <FilePen aria-hidden /> },
  exported: { tone: 'active', word: 'Exported', icon: <PackageCheck aria-hidden /> },
  sent: { tone: 'active', word: 'Sent', icon: <Send aria-hidden /> },
  answered: { tone: 'ok', word: 'Answered', icon: <CircleCheck aria-hidden /> },
  returned: { tone: 'warn', word: 'Returned', icon: <Undo2 aria-hidden /> },
  withdrawn: { tone: 'neutral', word: 'Withdrawn', icon: <Unlink aria-hidden /> },
} as const

/** Every attempt, newest first; none is ever overwritten. */
export function Attempts({ view }: { readonly view: CaseView }) {
  if (view.submissions.length === 0) return <p className={styles.none}>{text.noAttempts}</p>
  return (
    <ol className={styles.list} reversed>
      {view.submissions.toReversed().map((submission) => (
        <Attempt key={submission.id} caseId={view.id} submission={submission} />
      ))}
    </ol>
  )
}

function Attempt({ caseId, submission }: { readonly caseId: string; readonly submission: SubmissionView }) {
  const zone = useZone()
  const { run, busy, error } = useSubmit()
  const look = LOOKS[submission.state]
  const download = () =>
    run(async () => {
      const { attempt } = submission
      const file = await client.send('submission.download', { case: caseId, format: 'zip', attempt })
      saveBytes(file.name, file.base64, 'application/zip')
    })
  const { exported, sent, answered, closed, turnaround, ticket, replies } = submission
  return (
    <li className={styles.attempt}>
      <p className={styles.head}>
        <span className={styles.number}>Attempt {submission.attempt}</span>
        <StatusPill tone={look.tone} icon={look.icon}>
          {look.word}
        </StatusPill>
      </p>
      <ul className={styles.events}>
        {exported && (
          <li>
            Exported {dateTime(exported.at, zone)} by {exported.by}: <code>{exported.name}</code>
          </li>
        )}
        {sent && (
          <li>
            Sent {dateTime(sent.at, zone)} by {sent.by}
            {sent.via !== '' && `, via ${sent.via}`}
          </li>
        )}
        {answered && (
          <li>
            Answered {dateTime(answered.at, zone)}, recorded by {answered.by}
          </li>
        )}
        {turnaround && <li>{text.turnaround(turnaround.text, turnaround.late)}</li>}
        {ticket !== '' && <li>{text.ticket(ticket)}</li>}
        {replies.map((reply) => (
          <li key={`${reply.at} ${reply.text}`}>
            {reply.atText}, Spot said: <q className={styles.reply}>{reply.text || reply.file}</q>
          </li>
        ))}
        {closed && (
          <li>
            {look.word} {dateTime(closed.at, zone)} by {closed.by}: {closed.reason}
          </li>
        )}
      </ul>
      <FindingList findings={submission.warnings} />
      {exported && (
        <>
          <AttemptFiles files={exported.files} />
          {submission.message && (
            <Disclosure summary={text.messageOf(submission.message.subject)}>
              <p className={styles.words}>{submission.message.text}</p>
            </Disclosure>
          )}
          <div>
            <Button
              variant="quiet"
              icon={<Download aria-hidden />}
              busy={busy}
              aria-label={`${text.again}: attempt ${submission.attempt}`}
              onClick={() => void download()}
            >
              {text.again}
            </Button>
          </div>
          <Problem error={error} />
        </>
      )}
    </li>
  )
}
