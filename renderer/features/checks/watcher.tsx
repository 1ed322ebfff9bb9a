import { Pause, Play } from 'lucide-react'
import type { WatchView } from '../../../shared/contract/operations/aws.ts'
import { durationText } from '../../../shared/text/times.ts'
import { checksText } from '../../../shared/text/ui/checks.ts'
import { client } from '../../client/index.ts'
import { dateTime } from '../../format/zoned.ts'
import { useWatch } from '../../state/queries.ts'
import { useZone } from '../../state/session.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { AccountId } from '../../ui/account-id.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem } from '../../ui/problem.tsx'
import styles from './watcher.module.css'

const text = checksText.watch

/** Whether AWS is looked at in the background, at which pace, and the means to pause it. */
export function Watcher({ watch }: { readonly watch: WatchView }) {
  const zone = useZone()
  const { run, busy, error } = useSubmit()
  const paused = watch.state === 'paused'
  const toggle = () => run(async () => useWatch.getState().put(await client.send('watch.pause', { paused: !paused })))
  return (
    <Section
      title={text.title}
      actions={
        watch.state !== 'off' && (
          <Button
            icon={paused ? <Play aria-hidden /> : <Pause aria-hidden />}
            busy={busy}
            onClick={() => void toggle()}
          >
            {paused ? text.resume : text.pause}
          </Button>
        )
      }
    >
      <p role="status" className={styles.said}>
        {text[watch.state]}
      </p>
      <Problem error={error} />
      {watch.state !== 'off' && (
        <p className={styles.weak}>
          {watch.lookedAt === null ? text.never : text.last(dateTime(watch.lookedAt, zone))}
          {watch.accounts.length === 0 && watch.lookedAt !== null && ` ${text.idle}`}
        </p>
      )}
      {watch.accounts.length > 0 && (
        <ul className={styles.accounts} aria-label={text.accounts}>
          {watch.accounts.map((one) => (
            <li key={one.accountId} className={styles.account} data-pace={one.pace}>
              <AccountId id={one.accountId} />
              <span className={styles.next}>{dateTime(one.nextAt, zone)}</span>
              <span className={styles.pace}>
                {text.every(durationText(one.everyMs))}, {text.paces[one.pace]}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
