import { Mail } from 'lucide-react'
import { useState } from 'react'
import { caseText } from '../../../shared/text/ui/case.ts'
import { requestsText } from '../../../shared/text/ui/requests.ts'
import { client } from '../../client/index.ts'
import { fieldProblem, otherProblem } from '../../state/field-problem.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { MessagePreview } from '../submission/message-preview.tsx'
import { RequestFoot } from './request-foot.tsx'
import type { RequestCase, RequestView } from './request-list.tsx'
import styles from './requests.module.css'
import { useRequestChange } from './use-request-change.ts'
import { useTypedInstant } from './use-typed-instant.ts'

const text = requestsText.askDialog

interface RequestDialogProps {
  readonly of: RequestCase
  readonly request: RequestView
  readonly onClose: () => void
}

/** The request as it is to be sent; saying that it went out starts its wait, or starts it anew. */
export function RequestDialog({ of, request, onClose }: RequestDialogProps) {
  const [via, setVia] = useState('e-mail')
  const [when, setWhen] = useState('')
  const at = useTypedInstant(when)
  const { change, busy, error } = useRequestChange(onClose)
  const sent = () =>
    change(
      () => client.send('request.create', { case: of.id, request: request.id, via, ...(at ? { at } : {}) }),
      text.started,
    )
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={request.title}
      description={text.lead}
      onSubmit={() => void (at !== null && sent())}
      footer={<RequestFoot label={text.done} busy={busy} onClose={onClose} />}
    >
      <div className={styles.fields}>
        {request.message.to === '' && <p className={styles.weak}>{text.noAddress}</p>}
        <MessagePreview message={request.message} place={`${of.ref} ${request.id}`} />
        {request.mailto !== null && (
          <div>
            <ButtonLink href={request.mailto} icon={<Mail aria-hidden />}>
              {text.mail}
            </ButtonLink>
          </div>
        )}
        <TextField
          label={text.via}
          help={text.viaHint}
          value={via}
          onValue={setVia}
          problem={fieldProblem(error, 'via')}
        />
        <TextField
          type="datetime-local"
          label={text.at}
          help={text.atHint}
          value={when}
          onValue={setWhen}
          problem={at === null ? caseText.badTime : fieldProblem(error, 'at')}
        />
        <Problem error={otherProblem(error, ['via', 'at'])} />
      </div>
    </Dialog>
  )
}
