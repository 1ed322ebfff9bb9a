import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import type { PreflightView } from '../../../shared/contract/views.ts'
import { CopyChip } from '../../ui/copy-chip.tsx'
import styles from './seven-items.module.css'

const LOOKS = {
  ok: { icon: <CircleCheck aria-hidden />, word: 'stands' },
  warning: { icon: <TriangleAlert aria-hidden />, word: 'look at this' },
  error: { icon: <CircleAlert aria-hidden />, word: 'must be fixed' },
} as const

/** The items Spot asks for (004, step 2.3), each with its value to copy and whether it stands. */
export function SevenItems({ items, place }: { readonly items: PreflightView['items']; readonly place: string }) {
  return (
    <ol className={styles.items} aria-label="Seven items">
      {items.map((item) => (
        <li key={item.field} className={styles.item} data-outcome={item.outcome}>
          <span className={styles.icon}>{LOOKS[item.outcome].icon}</span>
          <span className="visually-hidden">{LOOKS[item.outcome].word}: </span>
          {item.value === null ? (
            <span className={styles.missing}>
              <span>{item.label}</span>
              <span>{item.display}</span>
            </span>
          ) : (
            <CopyChip label={item.label} value={item.value} display={item.display} place={place} />
          )}
        </li>
      ))}
    </ol>
  )
}
