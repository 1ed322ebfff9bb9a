import { submissionText as text } from '../../../shared/text/ui/submission.ts'
import { useMessages } from '../../state/queries.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import styles from './follow-up.module.css'
import { MailLink } from './mail-link.tsx'
import { MessagePreview } from './message-preview.tsx'

/** The message that asks Spot where the link is; unfolded once it is time to send it. */
export function FollowUp({ place }: { readonly place: string }) {
  const followUp = useMessages((s) => s.data?.followUp ?? null)
  if (followUp === null) return null
  return (
    <Disclosure summary={text.followUp.title} open={followUp.isDue}>
      <div className={styles.followUp}>
        <p>{followUp.isDue ? text.followUp.due : text.followUp.early(followUp.dueText)}</p>
        <MessagePreview message={followUp} place={`${place} follow-up`} />
        <MailLink mailto={followUp.mailto} />
      </div>
    </Disclosure>
  )
}
