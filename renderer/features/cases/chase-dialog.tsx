import { useEffect, useState } from 'react'
import type { OutputOf } from '../../../shared/contract/index.ts'
import { casesText } from '../../../shared/text/ui/cases.ts'
import { asOperationError, client, type OperationError } from '../../client/index.ts'
import { count } from '../../format/plural.ts'
import { pickedReferences } from '../../state/picked-cases.ts'
import { caseHref } from '../../state/route.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Problem } from '../../ui/problem.tsx'
import { MessagePreview } from '../submission/message-preview.tsx'
import styles from './chase-dialog.module.css'

const text = casesText.bulk
/** Messages that somebody sends one after the other before looking up. */
const MOST = 50

type FollowUp = NonNullable<OutputOf<'submission.messages'>['followUp']>
interface Late {
  readonly ref: string
  readonly message: FollowUp
}

/** The messages for those of the picked cases that wait for Spot beyond their time. */
export function ChaseDialog({ number, onClose }: { readonly number: number; readonly onClose: () => void }) {
  const [late, setLate] = useState<readonly Late[] | null>(null)
  const [error, setError] = useState<OperationError | null>(null)

  useEffect(() => {
    let isOpen = true
    lateOnes()
      .then((found) => isOpen && setLate(found))
      .catch((thrown: unknown) => isOpen && setError(asOperationError(thrown)))
    return () => {
      isOpen = false
    }
  }, [])

  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={text.chaseTitle(count(number, 'case'))}
      description={text.chaseLead}
      footer={<Button onClick={onClose}>Close</Button>}
    >
      <Problem error={error} />
      <div role="status">{late?.length === 0 && <p>{text.chaseNone}</p>}</div>
      {number > MOST && <p>{text.chaseMost(MOST)}</p>}
      {late?.map(({ ref, message }) => (
        <section key={ref} className={styles.one} aria-label={ref}>
          <h3 className={styles.title}>
            <a href={caseHref(ref, 'submission')}>{ref}</a>
          </h3>
          <MessagePreview message={message} place={`${ref} follow-up`} />
        </section>
      ))}
    </Dialog>
  )
}

async function lateOnes(): Promise<readonly Late[]> {
  const refs = await pickedReferences(MOST)
  const found = await Promise.all(
    refs.map(async (ref) => ({ ref, message: (await client.send('submission.messages', { case: ref })).followUp })),
  )
  return found.flatMap(({ ref, message }) => (message?.isDue ? [{ ref, message }] : []))
}
