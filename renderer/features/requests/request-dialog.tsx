import { Mail } from 'lucide-react'
import { useState } from 'react'
import { fromWallTime } from '../../../shared/domain/wall-time.ts'
import { caseText } from '../../../shared/text/ui/case.ts'
import { requestsText } from '../../../shared/text/ui/requests.ts'
import { client } from '../../client/index.ts'
import { fieldProblem, otherProblem } from '../../state/field-problem.ts'
import { useRequests } from '../../state/queries.ts'
import { useZone } from '../../state/session.ts'
import { toast } from '../../state/toasts.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { MessagePreview } from '../submission/message-preview.tsx'
import type { RequestCase, RequestView } from './request-list.tsx'
import styles from './requests.module.css'

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
  const zone = useZone()
  const { run, busy, error } = useSubmit()
  const at = when === '' ? undefined : fromWallTime(when, zone)
  const sent = () =>
    run(async () => {
      await client.send('request.create', { case: of.id, request: request.id, via, ...(at ? { at } : {}) })
      await useRequests.getState().refresh()
      toast.done(text.started)
    }).then((done) => done && onClose())
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={request.title}
      description={text.lead}
      onSubmit={() => void (at !== null && sent())}
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button type="submit" variant="primary" busy={busy}>
            {text.done}
          </Button>
        </>
      }
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
