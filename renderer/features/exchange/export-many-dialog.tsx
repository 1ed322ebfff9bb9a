import { useEffect, useState } from 'react'
import { exchangeText } from '../../../shared/text/ui/exchange.ts'
import { count } from '../../format/plural.ts'
import { fieldProblem, otherProblem } from '../../state/field-problem.ts'
import { useWork } from '../../state/jobs.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { EXPORT_HREF, type Selection, useExportMany } from './export-many-state.ts'
import { ExportSummary } from './export-summary.tsx'
import { FolderField } from './folder-field.tsx'
import { JobProgress } from './job-progress.tsx'

const text = exchangeText.many

type Format = 'zip' | 'folder' | 'eml'
const FORMATS = [
  { value: 'zip', label: text.formats.zip },
  { value: 'folder', label: text.formats.folder },
  { value: 'eml', label: text.formats.eml },
] as const

interface ExportManyDialogProps {
  readonly selection: Selection
  /** How many cases that is; null where only the host knows. */
  readonly number: number | null
  readonly onClose: () => void
}

/** Bundles of a selection: where to, how far, and what was refused and why. Closing it leaves the work going on. */
export function ExportManyDialog({ selection, number, onClose }: ExportManyDialogProps) {
  const [format, setFormat] = useState<Format>('zip')
  const [out, setOut] = useState('')
  const { job, report, error, start } = useExportMany()
  const cases = number === null ? 'bundles' : count(number, 'case')

  useEffect(() => {
    if (useExportMany.getState().job === null) useExportMany.getState().clear()
    return useWork.getState().watch(EXPORT_HREF)
  }, [])

  if (job !== null || report !== null) {
    return (
      <Dialog
        open
        wide
        onClose={onClose}
        title={text.title(cases)}
        footer={<Button onClick={onClose}>{job === null ? text.close : text.background}</Button>}
      >
        {job !== null && <JobProgress job={job} title={text.running} />}
        <div role="status">{report !== null && <ExportSummary report={report} />}</div>
      </Dialog>
    )
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={text.title(cases)}
      description={text.lead}
      onSubmit={() => void start(selection, { format, ...(out.trim() === '' ? {} : { out: out.trim() }) })}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary">
            {text.start(cases)}
          </Button>
        </>
      }
    >
      <SelectField label={text.format} value={format} onValue={setFormat} options={FORMATS} />
      <FolderField value={out} onValue={setOut} problem={fieldProblem(error, 'out')} />
      <Problem error={otherProblem(error, ['out'])} />
    </Dialog>
  )
}
