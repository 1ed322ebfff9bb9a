import { useState } from 'react'
import type { OutputOf } from '../../../shared/contract/index.ts'
import { requestsText as text } from '../../../shared/text/ui/requests.ts'
import { Button } from '../../ui/button.tsx'
import { WaitBar } from '../waits/wait-bar.tsx'
import { RequestDialog } from './request-dialog.tsx'
import { RequestAnswered, RequestCancelled } from './request-end-dialogs.tsx'
import styles from './requests.module.css'

export type RequestView = OutputOf<'request.list'>['requests'][number]

/** The case a request is made for: what its commands and its copied ticks need. */
export interface RequestCase {
  readonly id: string
  readonly ref: string
  readonly open: boolean
}

interface Doing {
  readonly what: 'ask' | 'answered' | 'cancel'
  /** Its ID: the request itself may be newer by the time the dialog is open. */
  readonly request: string
}

/** What the customer can be asked, how each question stands, and what can be done about it. */
export function RequestList({ of, requests }: { readonly of: RequestCase; readonly requests: readonly RequestView[] }) {
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => setDoing(null)
  const request = requests.find((r) => r.id === doing?.request)
  return (
    <>
      <ul className={styles.list}>
        {requests.map((request) => (
          <Request
            key={request.id}
            request={request}
            open={of.open}
            onDo={(what) => setDoing({ what, request: request.id })}
          />
        ))}
      </ul>
      {request && doing?.what === 'ask' && <RequestDialog of={of} request={request} onClose={close} />}
      {request && doing?.what === 'answered' && <RequestAnswered of={of} request={request} onClose={close} />}
      {request && doing?.what === 'cancel' && <RequestCancelled of={of} request={request} onClose={close} />}
    </>
  )
}

interface RequestProps {
  readonly request: RequestView
  readonly open: boolean
  readonly onDo: (what: Doing['what']) => void
}

function Request({ request, open, onDo }: RequestProps) {
  const { title, why, wait, asked } = request
  const running = wait !== null && wait.state !== 'met' && wait.state !== 'cancelled'
  const named = (label: string) => (
    <>
      {label}
      <span className="visually-hidden"> {title}</span>
    </>
  )
  return (
    <li className={styles.request}>
      <div>
        <h3 className={styles.title}>{title}</h3>
        <p className={styles.why}>{why}</p>
        <p className={styles.asked}>{asked === 0 ? text.notAsked : text.asked(asked)}</p>
      </div>
      {open && (
        <div className={styles.actions}>
          {running && <Button onClick={() => onDo('answered')}>{named(text.answered)}</Button>}
          <Button onClick={() => onDo('ask')}>{named(running ? text.chase : text.ask)}</Button>
          {running && (
            <Button variant="quiet" onClick={() => onDo('cancel')}>
              {named(text.cancel)}
            </Button>
          )}
        </div>
      )}
      {wait !== null && (
        <div className={styles.wait}>
          <WaitBar wait={wait} />
        </div>
      )}
    </li>
  )
}
