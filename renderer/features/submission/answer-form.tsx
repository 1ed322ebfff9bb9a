import { FlaskConical, Undo2, Unlink } from 'lucide-react'
import { useState } from 'react'
import type { OutputOf } from '../../../shared/contract/index.ts'
import type { CaseView } from '../../../shared/contract/views.ts'
import { submissionText as text } from '../../../shared/text/ui/submission.ts'
import { client } from '../../client/index.ts'
import { onCase } from '../../state/current-case.ts'
import { fieldProblem, otherProblem } from '../../state/field-problem.ts'
import { go } from '../../state/location.ts'
import { caseHref } from '../../state/route.ts'
import { useIsPractice } from '../../state/session.ts'
import { toast } from '../../state/toasts.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem } from '../../ui/problem.tsx'
import { ReasonDialog } from '../case/reason-dialog.tsx'
import styles from './answer-form.module.css'
import { LinkReport } from './link-report.tsx'

type Judged = { readonly link: string; readonly report: OutputOf<'link.check'> }

/** Takes Spot's answer: the link is judged first, and taken only as it was judged. */
export function AnswerForm({ view }: { readonly view: CaseView }) {
  const practice = useIsPractice()
  const [link, setLink] = useState('')
  const [judged, setJudged] = useState<Judged | null>(null)
  const [decision, setDecision] = useState('')
  const [ending, setEnding] = useState<'returned' | 'withdraw' | null>(null)
  const { run, busy, error, clear } = useSubmit()

  const type = (text: string) => {
    setLink(text)
    setJudged(null)
    clear()
  }
  const judge = () =>
    run(async () => setJudged({ link, report: await client.send('link.check', { url: link, case: view.id }) }))
  const ask = () =>
    run(async () => {
      const answer = await client.send('practice.spot-answer', { case: view.id })
      type(answer.link)
      toast.done(text.answer.asked)
    })
  const take = () =>
    run(async () => {
      const after = await onCase('submission.answered', {
        link,
        ...(decision.trim() === '' ? {} : { decision }),
      })
      toast.done('Spot’s link is recorded')
      go(caseHref(view.ref, 'steps', after.nextStepId))
    })
  const asksDecision =
    judged !== null &&
    (judged.report.findings.some((f) => f.level === 'warning') || error?.field === 'decision' || decision !== '')

  return (
    <Section title={text.answer.title} hint={text.answer.lead}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void (judged?.report.ok ? take() : judge())
        }}
      >
        <TextArea
          label="Link from Spot"
          help={text.answer.link}
          value={link}
          onValue={type}
          problem={fieldProblem(error, 'url') ?? fieldProblem(error, 'link')}
          rows={4}
          mono
        />
        {judged !== null && <LinkReport report={judged.report} />}
        {asksDecision && (
          <TextArea
            label="Why this link is taken"
            help={text.answer.decision}
            value={decision}
            onValue={setDecision}
            problem={fieldProblem(error, 'decision')}
            rows={2}
          />
        )}
        <Problem error={otherProblem(error, ['url', 'link', 'decision'])} />
        <div className={styles.actions}>
          {judged?.report.ok ? (
            <Button type="submit" variant="primary" busy={busy}>
              Take this link
            </Button>
          ) : (
            <Button type="submit" variant="primary" busy={busy} disabled={link.trim() === ''}>
              Judge the link
            </Button>
          )}
          {practice && (
            <Button icon={<FlaskConical aria-hidden />} busy={busy} onClick={() => void ask()}>
              {text.answer.practice}
            </Button>
          )}
          <Button variant="quiet" icon={<Undo2 aria-hidden />} onClick={() => setEnding('returned')}>
            Spot sent it back…
          </Button>
          <Button variant="quiet" icon={<Unlink aria-hidden />} onClick={() => setEnding('withdraw')}>
            Withdraw…
          </Button>
        </div>
      </form>
      {ending !== null && <EndAttempt ending={ending} onClose={() => setEnding(null)} />}
    </Section>
  )
}

/** Ends a sent attempt without an answer: returned by Spot, or taken back. */
function EndAttempt({ ending, onClose }: { readonly ending: 'returned' | 'withdraw'; readonly onClose: () => void }) {
  const [reason, setReason] = useState('')
  const words = text[ending]
  return (
    <ReasonDialog
      title={words.title}
      lead={words.lead}
      button={words.button}
      danger={ending === 'withdraw'}
      reason={reason}
      onReason={setReason}
      onClose={onClose}
      onConfirm={async () => {
        await onCase(ending === 'returned' ? 'submission.returned' : 'submission.withdraw', { reason })
        toast.done(ending === 'returned' ? 'The return is recorded' : 'The submission is withdrawn')
      }}
    />
  )
}
