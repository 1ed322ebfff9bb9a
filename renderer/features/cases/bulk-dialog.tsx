import { useEffect, useMemo, useRef, useState } from 'react'
import type { InputOf } from '../../../shared/contract/index.ts'
import { zoneName } from '../../../shared/text/times.ts'
import { caseText } from '../../../shared/text/ui/case.ts'
import { casesText } from '../../../shared/text/ui/cases.ts'
import { submissionText } from '../../../shared/text/ui/submission.ts'
import { client } from '../../client/index.ts'
import { count } from '../../format/plural.ts'
import { fieldProblem } from '../../state/field-problem.ts'
import { runJob } from '../../state/jobs.ts'
import { pickedSelection, usePicked } from '../../state/picked-cases.ts'
import { useSettings } from '../../state/queries.ts'
import { useZone } from '../../state/session.ts'
import { sayChanged } from '../../state/undo.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextArea, TextField } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { JobProgress } from '../exchange/job-progress.tsx'
import { useTypedInstant } from '../requests/use-typed-instant.ts'
import { BulkPreview, useBulkPreview } from './bulk-preview.tsx'

export type BulkKind = 'edit' | 'hold' | 'resume' | 'sent'
type Edit = InputOf<'case.bulk'>

const text = casesText.bulk
const TITLES = { edit: text.title, hold: text.holdTitle, resume: text.resumeTitle, sent: text.sentTitle }
const LEADS = { edit: text.lead, hold: text.holdLead, resume: text.resumeLead, sent: text.sentLead }
/** Typing a reason changes nothing of who is concerned: the preview waits until one pauses. */
const PAUSE = 250

interface BulkDialogProps {
  readonly kind: BulkKind
  readonly number: number
  readonly onClose: () => void
}

/** One change to all picked cases: what it would do is seen before it is done, and one undo takes it back. */
export function BulkDialog({ kind, number, onClose }: BulkDialogProps) {
  const operators = useSettings((s) => s.data?.operators) ?? []
  const [owner, setOwner] = useState('')
  const [add, setAdd] = useState('')
  const [remove, setRemove] = useState('')
  const [reason, setReason] = useState('')
  const [wallTime, setWallTime] = useState('')
  const [via, setVia] = useState('')
  const zone = useZone()
  const at = useTypedInstant(wallTime)
  const [job, setJob] = useState<string | null>(null)
  const preview = useBulkPreview()
  const { run, busy, error } = useSubmit()
  const edit = useMemo(() => editOf(kind, { owner, add, remove, reason, at }), [kind, owner, add, remove, reason, at])
  const changes = preview.data?.changes ?? 0
  const isReady = changes > 0 && preview.error === null && at !== null && (kind !== 'hold' || reason.trim() !== '')

  // What the dialog before this one foresaw is not this one's: the first question begins anew, and at once.
  const isFirst = useRef(true)
  useEffect(() => {
    const { load } = useBulkPreview.getState()
    if (isFirst.current) {
      isFirst.current = false
      void load(edit, { keep: false })
      return
    }
    const timer = setTimeout(() => void load(edit), PAUSE)
    return () => clearTimeout(timer)
  }, [edit])

  const change = async () => {
    const done = await runJob({ title: text.running, href: '#/cases' }, (id) => {
      setJob(id)
      // By which way it went changes nothing of who is concerned, so the preview need not know.
      const sent = { ...edit.set.sent, ...(via.trim() === '' ? {} : { via: via.trim() }) }
      return client.send('case.bulk', { ...edit, ...(kind === 'sent' ? { set: { sent } } : {}), job: id })
    }).finally(() => setJob(null))
    const { changed, sequence, isCancelled } = done
    usePicked.getState().nothing()
    sayChanged(isCancelled ? text.cancelled(count(changed, 'case')) : text.done(count(changed, 'case')), sequence)
  }

  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={TITLES[kind](count(number, 'case'))}
      description={LEADS[kind]}
      onSubmit={() => isReady && void run(change).then((done) => done && onClose())}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={busy} disabled={!isReady}>
            {TITLES[kind](count(changes, 'case'))}
          </Button>
        </>
      }
    >
      {kind === 'edit' && (
        <>
          <SelectField
            label="Owner"
            value={owner}
            onValue={setOwner}
            options={[{ value: '', label: 'As it is' }, ...operators.map(({ name }) => ({ value: name, label: name }))]}
          />
          <TextField label="Add tags" help={text.add} value={add} onValue={setAdd} />
          <TextField label="Remove tags" value={remove} onValue={setRemove} />
        </>
      )}
      {kind === 'hold' && (
        <TextArea label={text.reason} help={text.reasonHelp} rows={2} value={reason} onValue={setReason} />
      )}
      {kind === 'sent' && (
        <>
          <TextField
            type="datetime-local"
            label={`Sent at (${zoneName(zone)})`}
            help={submissionText.send.at}
            value={wallTime}
            onValue={setWallTime}
            problem={at === null ? caseText.badTime : fieldProblem(preview.error, 'at')}
          />
          <TextField label="Sent via" note="optional" help={submissionText.send.via} value={via} onValue={setVia} />
        </>
      )}
      {job === null ? <BulkPreview /> : <JobProgress job={job} title={text.running} />}
      <Problem error={error} />
    </Dialog>
  )
}

interface Typed {
  /** Undefined: now. Null: what was typed is no time. */
  readonly at: string | null | undefined
  readonly owner: string
  readonly add: string
  readonly remove: string
  readonly reason: string
}

function editOf(kind: BulkKind, { owner, add, remove, reason, at }: Typed): Edit {
  const selection = pickedSelection()
  if (kind === 'sent') return { ...selection, set: { sent: at == null ? {} : { at } } }
  if (kind !== 'edit') return { ...selection, set: { state: { to: kind, reason } } }
  return {
    ...selection,
    set: { ...(owner === '' ? {} : { owner }), addTags: tagsIn(add), removeTags: tagsIn(remove) },
  }
}

function tagsIn(typed: string): string[] {
  return typed
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
}
