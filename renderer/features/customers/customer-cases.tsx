import type { CustomerPage } from '../../../shared/contract/operations/directory.ts'
import { directoryText } from '../../../shared/text/ui/directory.ts'
import { caseHref } from '../../state/route.ts'
import { Section } from '../../ui/page.tsx'
import { WaitBar } from '../waits/wait-bar.tsx'
import styles from './customer-cases.module.css'
import pageStyles from './facts-page.module.css'

const text = directoryText.customers

/** The customer's cases side by side: what each is at, what it waits for, and which waits for which. */
export function CustomerCases({ cases }: { readonly cases: CustomerPage['cases'] }) {
  return (
    <Section title={text.side} hint={cases.length > 1 ? text.sideHint : undefined}>
      {cases.length === 0 ? (
        <p className={pageStyles.weak}>{text.noCases}</p>
      ) : (
        <div className={styles.side}>
          {cases.map((one) => (
            <CaseCard key={one.case.id} one={one} />
          ))}
        </div>
      )}
    </Section>
  )
}

function CaseCard({ one }: { readonly one: CustomerPage['cases'][number] }) {
  const { case: row, procedure, waits, after } = one
  const { stepsDone, stepsTotal } = row.summary
  return (
    <article className={styles.card} aria-label={`${row.ref} ${procedure.title}`}>
      <div>
        <div className={styles.head}>
          <h3 className={styles.title}>
            <a href={caseHref(row.ref)}>
              {row.ref} {procedure.title}
            </a>
          </h3>
          <p className={styles.state}>{directoryText.states[row.state]}</p>
        </div>
        <p className={styles.meta}>{directoryText.progress(stepsDone, stepsTotal, row.owner)}</p>
      </div>
      {row.nextStep !== null && row.state === 'open' && (
        <p className={styles.next}>{directoryText.next(row.nextStep)}</p>
      )}
      {after.map((a) => (
        <p key={a.sentence} className={styles.after}>
          {a.sentence} <a href={caseHref(a.case)}>{directoryText.openCase(a.case)}</a>
        </p>
      ))}
      {waits.map((wait) => (
        <WaitBar key={wait.id} wait={wait} />
      ))}
    </article>
  )
}
