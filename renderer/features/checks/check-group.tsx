import { ArrowRight, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { CheckedView, CheckListView } from '../../../shared/contract/operations/aws.ts'
import { checksText as text } from '../../../shared/text/ui/checks.ts'
import { dateTime } from '../../format/zoned.ts'
import { caseHref } from '../../state/route.ts'
import { useZone } from '../../state/session.ts'
import { ButtonLink } from '../../ui/button.tsx'
import styles from './check-group.module.css'
import { CheckResult } from './check-result.tsx'

interface CheckGroupProps {
  readonly group: CheckListView['groups'][number]
  readonly picked: ReadonlySet<string>
  readonly onPick: (caseId: string, on: boolean) => void
}

/** All results of one verdict. What passed is folded away: nobody has to act on it. */
export function CheckGroup({ group, picked, onPick }: CheckGroupProps) {
  const { title, hint } = text.groups[group.outcome]
  const [open, setOpen] = useState(group.outcome !== 'pass')
  return (
    <section className={styles.group} aria-label={title}>
      <h2 className={styles.heading}>
        <button type="button" className={styles.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
          <ChevronRight aria-hidden className={styles.chevron} />
          {title}
          <span className={styles.count}>{group.more ? `${group.rows.length}+` : group.rows.length}</span>
        </button>
      </h2>
      <p className={styles.hint}>{hint}</p>
      {open && (
        <ul className={styles.rows}>
          {group.rows.map((row) => (
            <Row key={`${row.caseId} ${row.id}`} row={row} picked={picked.has(row.caseId)} onPick={onPick} />
          ))}
        </ul>
      )}
      {open && group.more && <p className={styles.hint}>{text.more}</p>}
    </section>
  )
}

interface RowProps {
  readonly row: CheckedView
  readonly picked: boolean
  readonly onPick: (caseId: string, on: boolean) => void
}

function Row({ row, picked, onPick }: RowProps) {
  const zone = useZone()
  const [open, setOpen] = useState(false)
  const first = row.findings.find((f) => f.level === 'error') ?? row.findings[0]
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <label className={styles.pick}>
          <input
            type="checkbox"
            checked={picked}
            aria-label={text.select(row.ref, row.customer)}
            onChange={(event) => onPick(row.caseId, event.target.checked)}
          />
        </label>
        <button type="button" className={styles.summary} aria-expanded={open} onClick={() => setOpen(!open)}>
          <span className={styles.who}>
            <span className={styles.ref}>{row.ref}</span> <span className={styles.customer}>{row.customer}</span>
          </span>
          <span className={styles.what}>
            <span className={styles.title}>{row.title}</span>
            {first && <span className={styles.first}>{first.message}</span>}
          </span>
          <span className={styles.when}>{row.at !== null && dateTime(row.at, zone)}</span>
          <ChevronRight aria-hidden className={styles.chevron} />
        </button>
      </div>
      {open && (
        <div className={styles.body}>
          <CheckResult check={row} payer={row.accountId} />
          {row.step !== null && (
            <p>
              <ButtonLink href={caseHref(row.ref, 'steps', row.step)} icon={<ArrowRight aria-hidden />}>
                {text.toStep}: {row.stepTitle}
              </ButtonLink>
            </p>
          )}
        </div>
      )}
    </li>
  )
}
