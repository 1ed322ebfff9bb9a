import { CircleAlert, CircleCheck } from 'lucide-react'
import type { OutputOf } from '../../../shared/contract/index.ts'
import { submissionText as text } from '../../../shared/text/ui/submission.ts'
import { FindingList } from '../../ui/finding-list.tsx'
import styles from './link-report.module.css'
import { TemplateFacts } from './template-facts.tsx'

/** What a link would do, and whether it is this case's. */
export function LinkReport({ report }: { readonly report: OutputOf<'link.check'> }) {
  const parameters = Object.entries(report.parameters)
  return (
    <section className={styles.report} aria-label="The link, judged" aria-live="polite">
      <p className={report.ok ? styles.fits : styles.refused}>
        {report.ok ? <CircleCheck aria-hidden /> : <CircleAlert aria-hidden />}
        {report.ok ? text.answer.fits : text.answer.doesNotFit}
      </p>
      <FindingList findings={report.findings} />
      <dl className={styles.facts}>
        {report.region !== null && <Fact name="Region" value={report.region} />}
        {report.templateUrl !== null && <Fact name="Template" value={report.templateUrl} />}
        {report.stackName !== null && <Fact name="Stack name" value={report.stackName} />}
        {parameters.map(([name, value]) => (
          <Fact key={name} name={name} value={value} />
        ))}
      </dl>
      {report.template !== null && <TemplateFacts template={report.template} named />}
    </section>
  )
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value === '' ? '(blank)' : <code>{value}</code>}</dd>
    </>
  )
}
