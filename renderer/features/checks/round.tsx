import { CircleStop } from 'lucide-react'
import type { RoundRow, RoundView } from '../../../shared/contract/operations/aws.ts'
import { checksText as text } from '../../../shared/text/ui/checks.ts'
import { client } from '../../client/index.ts'
import { dateTime } from '../../format/zoned.ts'
import { useRound } from '../../state/queries.ts'
import { caseHref } from '../../state/route.ts'
import { useZone } from '../../state/session.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/problem.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import styles from './round.module.css'

/** How the round stands: its progress with a way to stop it, or how it ended and what could not be looked at. */
export function Round({ round }: { readonly round: RoundView }) {
  const { run, busy, error } = useSubmit()
  const running = round.state === 'running' || round.state === 'cancelling'
  const refused = round.rows.filter((row) => row.outcome === 'refused')
  const stop = () => run(async () => useRound.getState().put(await client.send('checks.cancel', {})))
  return (
    <div className={styles.round}>
      {running && (
        <div className={styles.progress}>
          <ProgressBar
            value={round.total === 0 ? 0 : round.checked / round.total}
            label={text.roundLabel}
            text={text.running(round.checked, round.total)}
          />
          <Button icon={<CircleStop aria-hidden />} busy={busy || round.state === 'cancelling'} onClick={stop}>
            {text.cancel}
          </Button>
        </div>
      )}
      <p role="status" className={styles.said}>
        <Said round={round} />
      </p>
      <Problem error={error} />
      {refused.length > 0 && <Refused rows={refused} />}
    </div>
  )
}

function Said({ round: { state, checked, total, endedAt } }: { readonly round: RoundView }) {
  const zone = useZone()
  if (state === 'running') return text.running(checked, total)
  if (state === 'cancelling') return text.stopping
  if (state === 'cancelled') return text.stopped(checked, total)
  if (state === 'none' || endedAt === null) return null
  return total === 0 ? text.nothingDue : text.ended(checked, dateTime(endedAt, zone))
}

function Refused({ rows }: { readonly rows: readonly RoundRow[] }) {
  return (
    <section aria-label={text.refused}>
      <h2 className={styles.title}>{text.refused}</h2>
      <ul className={styles.refused}>
        {rows.map((row) => (
          <li key={row.caseId}>
            <a href={caseHref(row.ref)}>
              {row.ref} {row.customer}
            </a>{' '}
            {row.message} {row.remedy}
          </li>
        ))}
      </ul>
    </section>
  )
}
