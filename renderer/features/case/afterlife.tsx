import { CircleCheck, RotateCcw, Send, UserMinus } from 'lucide-react'
import { useState } from 'react'
import type { CaseView } from '../../../shared/contract/views.ts'
import { caseText } from '../../../shared/text/ui/case.ts'
import { caseHref } from '../../state/route.ts'
import { useSurface } from '../../state/surfaces.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import styles from './afterlife.module.css'
import { hasChecks } from './case-header.tsx'
import { CaseStateDialog, type CaseTransition } from './case-state-dialog.tsx'

const OFFBOARDING = 'offboarding'

/** What a case that is done still offers; and, opened again with every step settled, the way back to done. */
export function Afterlife({ view }: { readonly view: CaseView }) {
  const [transition, setTransition] = useState<CaseTransition | null>(null)
  const settled = view.state === 'open' && view.phases.every((p) => p.state === 'done')
  const ended = view.procedure.id === OFFBOARDING
  const text = view.state === 'done' ? (ended ? caseText.offboarded : caseText.done) : caseText.settledAgain
  return (
    <>
      {(view.state === 'done' || settled) && (
        <section className={styles.panel} data-open={settled || undefined} aria-labelledby="afterlife-title">
          <div className={styles.words}>
            <h2 id="afterlife-title">{text.title}</h2>
            <p>{'byHand' in text && !hasChecks(view) ? text.byHand : text.text}</p>
          </div>
          <div className={styles.ways}>
            {settled ? (
              <Button variant="primary" icon={<CircleCheck aria-hidden />} onClick={() => setTransition('close')}>
                {caseText.state.close.button}
              </Button>
            ) : (
              <Done view={view} ended={ended} onReopen={() => setTransition('reopen')} />
            )}
          </div>
        </section>
      )}
      {transition !== null && (
        <CaseStateDialog view={view} transition={transition} onClose={() => setTransition(null)} />
      )}
    </>
  )
}

interface DoneProps {
  readonly view: CaseView
  readonly ended: boolean
  readonly onReopen: () => void
}

function Done({ view, ended, onReopen }: DoneProps) {
  return (
    <>
      {view.submissions.length > 0 && (
        <ButtonLink href={caseHref(view.ref, 'submission')} icon={<Send aria-hidden />}>
          {caseText.afterlife.submission}
        </ButtonLink>
      )}
      <Button icon={<RotateCcw aria-hidden />} onClick={onReopen}>
        {caseText.afterlife.reopen}
      </Button>
      {!ended && (
        <Button
          icon={<UserMinus aria-hidden />}
          onClick={() => useSurface.getState().newCaseFor(view.customer.id, OFFBOARDING)}
        >
          {caseText.afterlife.offboard}
        </Button>
      )}
    </>
  )
}
