import { exchangeText } from '../../../shared/text/ui/exchange.ts'
import { cancelJob, useJobs } from '../../state/jobs.ts'
import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import styles from './exchange.module.css'

/** How far a job is, with the way to end it. */
export function JobProgress({ job, title }: { readonly job: string; readonly title: string }) {
  const view = useJobs((s) => s.data?.jobs.find(({ id }) => id === job))
  const { done = 0, total = 0 } = view ?? {}
  const isEnding = view?.state === 'cancelling'
  const far = exchangeText.many.progress(done.toLocaleString('en-GB'), total.toLocaleString('en-GB'))
  const said = isEnding ? exchangeText.many.cancelling : total === 0 ? title : `${title}: ${far}`
  return (
    <div className={styles.progress}>
      <ProgressBar label={title} value={total === 0 ? 0 : done / total} text={said} />
      <span className={styles.quiet}>{said}</span>
      <Button disabled={isEnding} onClick={() => void cancelJob(job)}>
        {exchangeText.import.cancel}
      </Button>
    </div>
  )
}
