import { ShieldCheck } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { OutputOf } from '../../../shared/contract/index.ts'
import { dataText } from '../../../shared/text/ui/data.ts'
import { client } from '../../client/index.ts'
import { count } from '../../format/plural.ts'
import { runJob, useWork } from '../../state/jobs.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { FindingList } from '../../ui/finding-list.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem } from '../../ui/problem.tsx'
import { StatusPill } from '../../ui/status-pill.tsx'
import { JobProgress } from '../exchange/job-progress.tsx'
import styles from './data-screen.module.css'

type Report = OutputOf<'workspace.verify'>

const text = dataText.verify
const HREF = '#/data'

/** Reads everything against itself; it says how far it is, and can be stopped. */
export function VerifySection() {
  const [job, setJob] = useState<string | null>(null)
  const [report, setReport] = useState<Report | null>(null)
  const { run, busy, error } = useSubmit()
  useEffect(() => useWork.getState().watch(HREF), [])
  const verify = () => {
    setReport(null)
    void run(async () => {
      const begin = (id: string) => {
        setJob(id)
        return client.send('workspace.verify', { job: id })
      }
      setReport(await runJob({ title: text.title, href: HREF }, begin))
    })
  }
  return (
    <Section title={text.title} hint={text.hint}>
      <div className={styles.buttons}>
        <Button icon={<ShieldCheck aria-hidden />} busy={busy} onClick={verify}>
          {text.button}
        </Button>
      </div>
      {busy && job !== null && <JobProgress job={job} title={text.title} />}
      <div role="status">{report && <Outcome report={report} />}</div>
      <Problem error={error?.code === 'job.cancelled' ? null : error} />
    </Section>
  )
}

function Outcome({ report: { ok, cases, activity, attachments, findings } }: { readonly report: Report }) {
  const said = ok
    ? text.ok(count(cases, 'case'), count(activity, 'entry', 'entries'), count(attachments, 'attached file'))
    : text.bad
  return (
    <div className={styles.outcome}>
      <StatusPill tone={ok ? 'ok' : 'bad'}>{said}</StatusPill>
      <FindingList findings={findings} />
    </div>
  )
}
