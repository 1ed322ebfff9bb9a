import { useState } from 'react'
import type { CaseView, SubmissionView } from '../../../shared/contract/views.ts'
import { submissionText as text } from '../../../shared/text/ui/submission.ts'
import { onCase } from '../../state/current-case.ts'
import { useSettings } from '../../state/queries.ts'
import { toast } from '../../state/toasts.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Problem } from '../../ui/problem.tsx'
import { RecipientFields } from './recipient-fields.tsx'

/** To whom this case's submission goes, where that is not the usual recipient. */
export function RecipientForm({
  view,
  latest,
}: {
  readonly view: CaseView
  readonly latest: SubmissionView | undefined
}) {
  const usual = useSettings((s) => s.data?.recipient)
  const current = latest?.recipient ?? usual
  if (current === undefined) return null
  const name = current.name || current.email || text.recipient.kinds[current.kind]
  return (
    <Disclosure summary={`${text.recipient.title}: ${name}`}>
      <Form key={`${view.id} ${JSON.stringify(current)}`} current={current} />
    </Disclosure>
  )
}

function Form({ current }: { readonly current: SubmissionView['recipient'] }) {
  const [recipient, setRecipient] = useState(current)
  const { run, busy, error } = useSubmit()
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void run(async () => {
          await onCase('submission.recipient', { recipient })
          toast.done('Recipient saved')
        })
      }}
    >
      <RecipientFields value={recipient} onValue={setRecipient} error={error}>
        <Problem error={error?.field?.startsWith('recipient') || error?.field === 'email' ? null : error} />
        <div>
          <Button type="submit" busy={busy}>
            Save recipient
          </Button>
        </div>
      </RecipientFields>
    </form>
  )
}
