import { useState } from 'react'
import type { CaseView } from '../../../shared/contract/views.ts'
import { caseText } from '../../../shared/text/ui/case.ts'
import { onCase } from '../../state/current-case.ts'
import { fieldProblem, otherProblem } from '../../state/field-problem.ts'
import { caseHref } from '../../state/route.ts'
import { toast } from '../../state/toasts.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'
import styles from './take-over.module.css'

const text = caseText.takeOver

/** Steps that other cases have done for the same payer: which, where, and how they are verified anew to be taken over. */
export function TakeOver({ view }: { readonly view: CaseView }) {
  const [seen, setSeen] = useState('')
  const check = useSubmit()
  const hand = useSubmit()
  const { reusable } = view
  if (reusable === null || view.state !== 'open') return null
  const from = reusable.cases.join(', ')
  const take = (evidence?: string) => async () => {
    await onCase('case.reuse', evidence === undefined ? {} : { evidence })
    toast.done(text.done(from))
  }
  return (
    <section className={styles.panel} aria-label={text.title(from)}>
      <h2 className={styles.title}>{text.title(from)}</h2>
      <p className={styles.lead}>
        {text.lead}{' '}
        {reusable.cases.map((ref) => (
          <a key={ref} className={styles.link} href={caseHref(ref)}>
            {text.open(ref)}
          </a>
        ))}
      </p>
      <ul className={styles.steps}>
        {reusable.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <div>
        <Button variant="primary" busy={check.busy} onClick={() => void check.run(take())}>
          {text.check}
        </Button>
      </div>
      <Problem error={check.error} />
      <details>
        <summary className={styles.summary}>{text.byHand}</summary>
        <form
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void hand.run(take(seen))
          }}
        >
          <TextArea
            label={text.seen}
            help={text.seenHelp}
            value={seen}
            onValue={setSeen}
            problem={fieldProblem(hand.error, 'evidence')}
          />
          <Problem error={otherProblem(hand.error, ['evidence'])} />
          <div>
            <Button type="submit" busy={hand.busy}>
              {text.takeByHand}
            </Button>
          </div>
        </form>
      </details>
    </section>
  )
}
