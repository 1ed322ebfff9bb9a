import { useId } from 'react'
import type { HandoverReport } from '../../../shared/contract/operations/handovers.ts'
import { exchangeText } from '../../../shared/text/ui/exchange.ts'
import { Button } from '../../ui/button.tsx'
import shared from './exchange.module.css'
import styles from './handover-conflicts.module.css'
import { type Side, useHandover } from './handover-state.ts'

const text = exchangeText.handover
type Conflict = HandoverReport['conflicts'][number]

/** Each value that differs, both sides of it, who touched it last and when; one of them is chosen. */
export function HandoverConflicts({ conflicts }: { readonly conflicts: readonly Conflict[] }) {
  const { choices, chooseAll } = useHandover()
  if (conflicts.length === 0) return null
  const open = conflicts.filter(({ id }) => choices[id] === undefined).length
  return (
    <div className={styles.part}>
      <h3>{text.conflicts}</h3>
      <p className={shared.quiet}>{text.conflictsHint}</p>
      <div className={shared.actions}>
        <Button onClick={() => chooseAll('ours')}>{text.allOurs}</Button>
        <Button onClick={() => chooseAll('theirs')}>{text.allTheirs}</Button>
        <Button onClick={() => chooseAll('newer')}>{text.allNewer}</Button>
        <span role="status" className={shared.quiet}>
          {open === 0 ? text.chosen : text.left(String(open))}
        </span>
      </div>
      <ul className={styles.list}>
        {conflicts.map((conflict) => (
          <ConflictRow key={conflict.id} conflict={conflict} />
        ))}
      </ul>
    </div>
  )
}

function ConflictRow({ conflict }: { readonly conflict: Conflict }) {
  const { title, of } = conflict
  return (
    <li>
      <fieldset className={styles.conflict}>
        <legend className={styles.legend}>
          <span className="visually-hidden">{text.keep(title, of)}</span>
          <span aria-hidden>{title}</span>
          <span aria-hidden className={styles.of}>
            {of}
          </span>
        </legend>
        <Choice conflict={conflict} side="ours" value={conflict.ours} last={conflict.oursLast} />
        <Choice conflict={conflict} side="theirs" value={conflict.theirs} last={conflict.theirsLast} />
      </fieldset>
    </li>
  )
}

function Choice({
  conflict,
  side,
  value,
  last,
}: {
  readonly conflict: Conflict
  readonly side: Side
  readonly value: string
  readonly last: Conflict['oursLast']
}) {
  const id = useId()
  const { choices, choose } = useHandover()
  return (
    <div className={styles.choice} data-chosen={choices[conflict.id] === side || undefined}>
      <input
        id={id}
        type="radio"
        name={conflict.id}
        checked={choices[conflict.id] === side}
        onChange={() => choose(conflict.id, side)}
      />
      <label htmlFor={id}>
        <span className={styles.side}>
          {text[side]}
          {conflict.newer === side && ` (${text.newer})`}
        </span>
        <span className={styles.value}>{value}</span>
        {last && <span className={styles.last}>{text.last(last.atText, last.who)}</span>}
      </label>
    </div>
  )
}
