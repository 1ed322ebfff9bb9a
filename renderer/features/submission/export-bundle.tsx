import { Download, FileArchive, FolderOutput, Mail } from 'lucide-react'
import { useState } from 'react'
import type { OutputOf } from '../../../shared/contract/index.ts'
import type { CaseView, PreflightView, SubmissionView } from '../../../shared/contract/views.ts'
import { submissionText as text } from '../../../shared/text/ui/submission.ts'
import { client } from '../../client/index.ts'
import { exportSubmission } from '../../state/current-case.ts'
import { toast } from '../../state/toasts.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { CopyChip } from '../../ui/copy-chip.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem } from '../../ui/problem.tsx'
import { saveBytes } from '../../ui/save-bytes.ts'
import { AttemptFiles } from './attempt-files.tsx'
import styles from './export-bundle.module.css'
import { TakeOut } from './take-out.tsx'
import { useWrittenBundles } from './written-bundles.ts'

type Format = 'zip' | 'folder' | 'eml'

const FORMATS: readonly { readonly format: Format; readonly label: string; readonly icon: React.ReactNode }[] = [
  { format: 'zip', label: 'Export zip', icon: <FileArchive aria-hidden /> },
  { format: 'folder', label: 'Export folder', icon: <FolderOutput aria-hidden /> },
  { format: 'eml', label: 'Export e-mail draft', icon: <Mail aria-hidden /> },
]

interface ExportBundleProps {
  readonly view: CaseView
  readonly preflight: PreflightView
  readonly exported: SubmissionView | undefined
}

/** Writes the bundle, and hands it to the browser to save. */
export function ExportBundle({ view, preflight, exported }: ExportBundleProps) {
  const [written, setWritten] = useState<OutputOf<'submission.export'> | null>(null)
  const { run, busy, error } = useSubmit()
  const write = (format: Format) =>
    run(async () => {
      const result = await exportSubmission({ format })
      setWritten(result)
      useWrittenBundles.setState({ [view.id]: result.path })
      toast.done(text.export.done)
    })
  const download = (format: 'zip' | 'eml') =>
    run(async () => {
      const file = await client.send('submission.download', { case: view.id, format })
      saveBytes(file.name, file.base64, format === 'zip' ? 'application/zip' : 'message/rfc822')
    })
  const first = exported === undefined || exported.stale
  return (
    <Section title={text.export.title} hint={text.export.lead}>
      {exported?.stale && <p className={styles.stale}>{text.stale}</p>}
      <ul className={styles.formats}>
        {FORMATS.map(({ format, label, icon }) => (
          <li key={format} className={styles.format}>
            <Button
              variant={first && format === 'zip' ? 'primary' : 'plain'}
              icon={icon}
              busy={busy}
              disabled={!preflight.ready}
              onClick={() => void write(format)}
            >
              {label}
            </Button>
            <span>{text.export[format]}</span>
          </li>
        ))}
      </ul>
      <Problem error={error} />
      {exported?.exported && !exported.stale && (
        <div className={styles.result}>
          {written && <CopyChip label={text.export.to} value={written.path} place={`${view.ref} export`} />}
          {written && <TakeOut path={written.path} />}
          <div className={styles.downloads}>
            <Button icon={<Download aria-hidden />} busy={busy} onClick={() => void download('zip')}>
              Download zip
            </Button>
            <Button icon={<Download aria-hidden />} busy={busy} onClick={() => void download('eml')}>
              Download e-mail draft
            </Button>
          </div>
          <AttemptFiles files={exported.exported.files} />
        </div>
      )}
    </Section>
  )
}
