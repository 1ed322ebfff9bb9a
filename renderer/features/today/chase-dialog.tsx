import type { CaseRowView } from '../../../shared/contract/views.ts'
import { todayText } from '../../../shared/text/ui/today.ts'
import { useMessages } from '../../state/queries.ts'
import { caseHref } from '../../state/route.ts'
import { useAsked } from '../../state/use-asked.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { MailLink } from '../submission/mail-link.tsx'
import { MessagePreview } from '../submission/message-preview.tsx'

/** The message that asks Spot where the link is, at hand where the operator sees that it is late. */
export function ChaseDialog({ row, onClose }: { readonly row: CaseRowView; readonly onClose: () => void }) {
  const messages = useAsked(useMessages, { case: row.id })
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={todayText.chase.title(row.ref, row.customer)}
      footer={<ButtonLink href={caseHref(row.ref, 'submission')}>Open the submission</ButtonLink>}
    >
      <Loaded from={messages}>
        {({ followUp }) =>
          followUp === null ? (
            <p>{todayText.chase.none}</p>
          ) : (
            <>
              <p>{followUp.isDue ? todayText.chase.due : todayText.chase.early(followUp.dueText)}</p>
              <MessagePreview message={followUp} place={`${row.ref} follow-up`} />
              <MailLink mailto={followUp.mailto} />
            </>
          )
        }
      </Loaded>
    </Dialog>
  )
}
