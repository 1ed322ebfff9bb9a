import type { CaseRowView } from '../../../shared/contract/views.ts'
import { todayText } from '../../../shared/text/ui/today.ts'
import { client } from '../../client/index.ts'
import { useRequests } from '../../state/queries.ts'
import { useAsked } from '../../state/use-asked.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Problem } from '../../ui/problem.tsx'
import { MessagePreview } from '../submission/message-preview.tsx'

interface AskAgainDialogProps {
  readonly row: CaseRowView
  readonly request: string
  readonly onClose: () => void
}

/** The request once more, for a customer who has not answered; saying that it went out starts its wait anew. */
export function AskAgainDialog({ row, request, onClose }: AskAgainDialogProps) {
  const requests = useAsked(useRequests, { case: row.id })
  const { run, busy, error } = useSubmit()
  const asked = () =>
    void run(() => client.send('request.create', { case: row.id, request })).then((done) => done && onClose())
  const one = requests.data?.requests.find((r) => r.id === request)
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={todayText.chase.customerTitle(row.ref, row.customer)}
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          {one && (
            <Button variant="primary" busy={busy} onClick={asked}>
              {todayText.chase.askedAgain}
            </Button>
          )}
        </>
      }
    >
      <Loaded from={requests}>
        {() =>
          one ? (
            <>
              <p>{todayText.chase.customerDue}</p>
              <MessagePreview message={one.message} place={`${row.ref} request`} />
            </>
          ) : (
            <p>{todayText.chase.customerNone}</p>
          )
        }
      </Loaded>
      <Problem error={error} />
    </Dialog>
  )
}
