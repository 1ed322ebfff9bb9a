import { gateSentence } from '../../text/gates.ts'
import { sentence } from '../../text/messages/index.ts'
import type { Act } from '../case/act.ts'
import { CaseChange } from '../case/case-change.ts'
import { factsOf } from '../case/facts-of.ts'
import { refuseUnlessOpen } from '../case/is-open.ts'
import type { Finding } from '../finding.ts'
import { evaluate } from '../procedure/engine.ts'
import type { Procedure } from '../procedure/types.ts'
import type { Case } from '../records/case-aggregate.ts'
import type { ChangeSet } from '../records/change-set.ts'
import { findingRecord } from '../records/finding-record.ts'
import type { ExportedFile, Submission, SubmissionItems, Written } from '../records/submission.ts'
import { type Decided, type Refusal, refuse } from '../refusal.ts'

export interface Export {
  readonly submission: Submission
  readonly items: SubmissionItems
  readonly findings: readonly Finding[]
  readonly format: 'folder' | 'zip' | 'eml'
  readonly name: string
  readonly files: readonly ExportedFile[]
  readonly written: Written
}

/** Records that a bundle was written, with the hashes of its files and the warnings that stood. */
export function recordExport(c: Case, procedure: Procedure, e: Export, act: Act): Decided<ChangeSet> {
  const warnings = e.findings.filter((f) => f.level === 'warning').map(findingRecord)
  const exported = { at: act.now, by: act.by, format: e.format, name: e.name, files: [...e.files] }
  return new CaseChange(c, procedure, act)
    .withSubmission({ ...e.submission, state: 'exported', items: e.items, warnings, exported, written: e.written })
    .record('submission.exported', {
      submission: e.submission.id,
      attempt: e.submission.attempt,
      format: e.format,
      name: e.name,
      files: e.files,
      warnings: warnings.map((w) => w.code),
    })
    .finish()
}

/** Records that an attempt was written once more, with the bytes it had. The attempt stays as it is. */
export function recordExportAgain(
  c: Case,
  procedure: Procedure,
  submission: Submission,
  e: Pick<Export, 'format' | 'name' | 'files'>,
  act: Act,
): ChangeSet {
  const { id, attempt } = submission
  return new CaseChange(c, procedure, act)
    .record('submission.exported-again', { submission: id, attempt, ...e, files: [...e.files] })
    .finish()
}

/** Refuses an export whose gate is shut or whose preflight holds an error. */
export function refuseExport(c: Case, procedure: Procedure, findings: readonly Finding[], act: Act): Refusal | null {
  const closed = refuseUnlessOpen(c)
  if (closed) return closed
  const errors = findings.filter((f) => f.level === 'error')
  if (errors[0]) {
    const first = sentence(errors[0].code, errors[0].params).message
    return refuse('submission.refused', { errors: errors.length, first }, errors[0].field)
  }
  const step = evaluate(procedure, c, factsOf(c, act.settings)).steps.find((s) => s.step.kind === 'send')
  if (step && step.status === 'locked') {
    const waitsFor = step.waitsFor.map((w) => gateSentence(w, procedure)).join(' ')
    return refuse('step.gate-shut', { step: step.step.title, waitsFor }, 'step')
  }
  return null
}
