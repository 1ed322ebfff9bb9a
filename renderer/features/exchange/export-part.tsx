import { Calendar, FileJson, Handshake, PackageCheck, Table } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { exchangeText } from '../../../shared/text/ui/exchange.ts'
import { client } from '../../client/index.ts'
import { count } from '../../format/plural.ts'
import { useCaseList } from '../../state/case-list.ts'
import { runJob } from '../../state/jobs.ts'
import { toast } from '../../state/toasts.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem } from '../../ui/problem.tsx'
import { saveBytes } from '../../ui/save-bytes.ts'
import styles from './exchange.module.css'
import { ExportManyDialog } from './export-many-dialog.tsx'
import { EXPORT_HREF, type Selection, useExportMany } from './export-many-state.ts'
import part from './export-part.module.css'
import { ExportSummary } from './export-summary.tsx'
import { JobProgress } from './job-progress.tsx'

const text = exchangeText.export

type Which = 'whole' | 'open' | 'shown'
type Form = 'csv' | 'json' | 'ics' | 'handover'

const FORMS: readonly { readonly form: Form; readonly icon: ReactNode }[] = [
  { form: 'csv', icon: <Table aria-hidden /> },
  { form: 'handover', icon: <Handshake aria-hidden /> },
  { form: 'ics', icon: <Calendar aria-hidden /> },
  { form: 'json', icon: <FileJson aria-hidden /> },
]

/** Exports of everything or of a view; each says what it holds. */
export function ExportPart() {
  const [which, setWhich] = useState<Which>('whole')
  const [bundling, setBundling] = useState(false)
  const [job, setJob] = useState<string | null>(null)
  const listed = useCaseList((s) => s.total)
  const many = useExportMany()
  const { run, busy, error } = useSubmit()
  const selection = useSelection(which)

  const save = (form: Form) =>
    run(async () => {
      try {
        const file = await runJob({ title: text.save(text.names[form]), href: EXPORT_HREF }, (id) => {
          setJob(id)
          return form === 'handover'
            ? client.send('handover.export', { ...selection, job: id })
            : client.send('export.data', { ...selection, format: form, job: id })
        })
        saveBytes(file.name, file.base64 ?? '', file.mediaType)
        toast.done(text.saved(file.name, count(file.count, form === 'ics' ? 'wait' : form === 'csv' ? 'row' : 'case')))
      } finally {
        setJob(null)
      }
    })

  return (
    <Section title={text.title} hint={text.lead}>
      <div className={styles.stack}>
        <div className={part.which}>
          <SelectField
            label={text.what}
            value={which}
            onValue={setWhich}
            help={which === 'shown' && listed !== null ? text.shownHint(count(listed, 'case')) : ''}
            options={[
              { value: 'whole', label: text.whole },
              { value: 'open', label: text.open },
              ...(listed === null ? [] : [{ value: 'shown' as const, label: text.shown }]),
            ]}
          />
        </div>
        <Problem error={error} className={styles.narrow} />
        {job !== null && <JobProgress job={job} title={text.title} />}
        <ul className={part.forms}>
          {FORMS.map(({ form, icon }) => (
            <li key={form} className={part.form}>
              {icon}
              <div>
                <h3>{text.forms[form].title}</h3>
                <p className={styles.quiet}>
                  {text.forms[form].holds} {which === 'whole' && text.forms[form].wholeToo}
                </p>
              </div>
              <Button busy={busy} onClick={() => void save(form)}>
                {text.save(text.names[form])}
              </Button>
            </li>
          ))}
          <li className={part.form}>
            <PackageCheck aria-hidden />
            <div>
              <h3>{text.forms.bundles.title}</h3>
              <p className={styles.quiet}>{text.forms.bundles.holds}</p>
            </div>
            <Button onClick={() => setBundling(true)}>{text.bundles}</Button>
          </li>
        </ul>
        {!bundling && many.job !== null && <JobProgress job={many.job} title={exchangeText.many.running} />}
        {!bundling && many.report !== null && (
          <Section title={exchangeText.many.running}>
            <ExportSummary report={many.report} />
          </Section>
        )}
        {!bundling && <Problem error={many.error} className={styles.narrow} />}
      </div>
      {bundling && (
        <ExportManyDialog
          selection={selection}
          number={which === 'shown' ? listed : null}
          onClose={() => setBundling(false)}
        />
      )}
    </Section>
  )
}

/** The cases that are exported, as the contract names them. */
function useSelection(which: Which): Selection {
  const query = useCaseList((s) => s.filter)
  if (which === 'shown') return { query }
  return which === 'open' ? { query: { states: ['open', 'on-hold'] } } : {}
}
