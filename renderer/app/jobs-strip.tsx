import { CircleAlert, CircleCheck, CircleSlash, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { JobView } from '../../shared/contract/operations/jobs.ts'
import { exchangeText } from '../../shared/text/ui/exchange.ts'
import { cancelJob, type Ended, useJobs, useWork } from '../state/jobs.ts'
import { Button, ButtonLink, IconButton } from '../ui/button.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import styles from './jobs-strip.module.css'

const text = exchangeText.jobs
const many = exchangeText.many
/** Work that ends sooner than this is not worth a word. */
const SHORT = 800

/** Long work wherever it was begun: how far it is, ending it, and where its report lies once it has ended. */
export function JobsStrip() {
  const jobs = useJobs((s) => s.data?.jobs)
  const ended = useWork((s) => s.ended)
  useEffect(() => {
    void useJobs.getState().load({})
  }, [])
  const running = (jobs ?? []).filter(({ state }) => state === 'running' || state === 'cancelling')
  return (
    <section className={styles.strip} aria-label={text.label}>
      {running.map((job) => (
        <Running key={job.id} job={job} />
      ))}
      <div role="status">
        {ended.map((one) => (
          <EndedWork key={one.job} one={one} />
        ))}
      </div>
    </section>
  )
}

function Running({ job }: { readonly job: JobView }) {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), SHORT)
    return () => clearTimeout(timer)
  }, [])
  if (!isLong) return null
  const { done, total, title } = job
  const far =
    job.state === 'cancelling'
      ? text.cancelling
      : total === 0
        ? ''
        : many.progress(done.toLocaleString('en-GB'), total.toLocaleString('en-GB'))
  return (
    <div className={styles.job}>
      <span className={styles.title}>{title}</span>
      <div className={styles.bar}>
        <ProgressBar label={title} value={total === 0 ? 0 : done / total} text={far} />
      </div>
      <span className={styles.far}>{far}</span>
      <Button variant="quiet" aria-label={text.cancel(title)} onClick={() => void cancelJob(job.id)}>
        Cancel
      </Button>
    </div>
  )
}

const OUTCOMES = {
  done: { icon: <CircleCheck aria-hidden />, say: text.done },
  failed: { icon: <CircleAlert aria-hidden />, say: text.failed },
  cancelled: { icon: <CircleSlash aria-hidden />, say: text.cancelled },
} as const

function EndedWork({ one }: { readonly one: Ended }) {
  const { icon, say } = OUTCOMES[one.outcome]
  const dismiss = () => useWork.getState().dismiss(one.job)
  return (
    <div className={styles.job} data-outcome={one.outcome}>
      {icon}
      <span className={styles.title}>{say(one.title)}</span>
      <ButtonLink href={one.href} variant="quiet" onClick={dismiss}>
        {text.see}
      </ButtonLink>
      <IconButton label={text.dismiss} onClick={dismiss}>
        <X aria-hidden />
      </IconButton>
    </div>
  )
}
