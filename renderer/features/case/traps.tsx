import { TriangleAlert } from 'lucide-react'
import type { TrapView } from '../../../shared/contract/views.ts'
import { caseText } from '../../../shared/text/ui/case.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import styles from './traps.module.css'

interface TrapsProps {
  readonly traps: readonly TrapView[]
  /** Where the document says what the step does: `004, step 2.3`. */
  readonly source: string
  readonly open: boolean
}

/** Where the document and reality differ, told at the step where it bites. */
export function Traps({ traps, source, open }: TrapsProps) {
  if (traps.length === 0) return null
  return (
    <section className={styles.traps} aria-label="Traps">
      {traps.map((trap) => (
        <Disclosure
          key={trap.id}
          open={open}
          summary={
            <>
              <TriangleAlert aria-hidden className={styles.icon} />
              {trap.title}
            </>
          }
        >
          <dl className={styles.pair}>
            <dt>{caseText.traps.document}</dt>
            <dd>
              {trap.document} <span className={styles.source}>{source}</span>
            </dd>
            <dt>{caseText.traps.practice}</dt>
            <dd className={styles.practice}>
              {trap.practice} <span className={styles.source}>{trap.basis}</span>
            </dd>
          </dl>
        </Disclosure>
      ))}
    </section>
  )
}
