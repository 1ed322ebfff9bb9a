import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { FindingView } from '../../shared/contract/views.ts'
import { directoryText } from '../../shared/text/ui/directory.ts'
import { hrefOf } from '../state/route.ts'
import styles from './finding-list.module.css'

const LEVELS = {
  error: { icon: <CircleAlert aria-hidden />, word: 'Must be fixed' },
  warning: { icon: <TriangleAlert aria-hidden />, word: 'Look at this' },
  info: { icon: <Info aria-hidden />, word: 'Good to know' },
} as const

/** What was noticed: how much it weighs, the sentence, the way out. */
export function FindingList({ findings }: { readonly findings: readonly FindingView[] }) {
  if (findings.length === 0) return null
  return (
    <ul className={styles.list}>
      {findings.map((finding) => (
        <li
          key={`${finding.code} ${finding.field} ${finding.message}`}
          className={styles.finding}
          data-level={finding.level}
        >
          <span className={styles.icon}>{LEVELS[finding.level].icon}</span>
          <div>
            <p className={styles.word}>{LEVELS[finding.level].word}</p>
            <p className={styles.message}>{finding.message}</p>
            {finding.remedy !== '' && <p className={styles.remedy}>{finding.remedy}</p>}
            {finding.other !== undefined && <Other {...finding.other} />}
          </div>
        </li>
      ))}
    </ul>
  )
}

const SCREENS = { customer: 'customers', payer: 'payers' } as const

/** The other record that has the same. */
function Other({ kind, id, name }: NonNullable<FindingView['other']>) {
  return (
    <p>
      <a className={styles.other} href={hrefOf({ screen: SCREENS[kind], id })}>
        {directoryText.openOther[kind](name)}
      </a>
    </p>
  )
}
