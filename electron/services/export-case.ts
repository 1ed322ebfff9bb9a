import type { Case } from '../../shared/domain/records/case-aggregate.ts'
import type { ChangeSet } from '../../shared/domain/records/change-set.ts'
import type { Settings } from '../../shared/domain/records/settings.ts'
import type { ExportedFile, Submission } from '../../shared/domain/records/submission.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { attemptToExport } from '../../shared/domain/submission/attempt.ts'
import { bundleName } from '../../shared/domain/submission/bundle.ts'
import { recordExport, recordExportAgain, refuseExport } from '../../shared/domain/submission/export.ts'
import { preflight } from '../../shared/domain/submission/preflight.ts'
import { type Bundle, type BundleFormat, bundleOf, packBundle, writtenOf } from './bundles.ts'
import { CasebookError, throwIfRefused } from './casebook-error.ts'
import type { Context } from './context.ts'
import { attachedVerdict } from './crawler-files.ts'

export interface ExportedBundle {
  readonly path: string
  readonly name: string
  readonly files: ExportedFile[]
}

/** Writes the bundle of a case's attempt and puts it on the record. Refuses while an error of the preflight stands. */
export async function exportCase(
  context: Context,
  c: Case,
  settings: Settings,
  format: BundleFormat,
  folder: string | null,
): Promise<ExportedBundle> {
  const { bundle, change } = await writeBundle(context, c, settings, format, folder)
  await context.commit(change, 'cases', [c.record.id])
  return bundle
}

/** The same, with the change that puts it on the record left to the caller. */
export async function writeBundle(
  context: Context,
  c: Case,
  settings: Settings,
  format: BundleFormat,
  folder: string | null,
): Promise<{ readonly bundle: ExportedBundle; readonly change: ChangeSet }> {
  const act = context.act(settings)
  const { findings, items } = preflight(c, settings, await attachedVerdict(context, c, settings))
  const procedure = context.procedure(c)
  const refused = refuseExport(c, procedure, findings, act)
  if (refused) throw new CasebookError(refused)
  if (!items) throw new CasebookError(unknown(c))
  const submission = throwIfRefused(attemptToExport(c, act))
  const written = writtenOf(c, settings, submission, items)
  const name = bundleName(c, submission)
  const files = await bundleOf(context, name, submission, items, written)
  const packed = await packBundle(context, files, format, folder)
  const record = { submission, items, findings, format, name, files: packed.files, written }
  return { bundle: { name, ...packed }, change: throwIfRefused(recordExport(c, procedure, record, act)) }
}

/** Writes an attempt once more, with the bytes it had when it was exported, in any state of the case. */
export async function exportAgain(
  context: Context,
  c: Case,
  settings: Settings,
  attempt: number,
  format: BundleFormat,
  folder: string | null,
): Promise<ExportedBundle> {
  const submission = attemptOf(c, attempt)
  const bundle = await bundleAgain(context, c, submission)
  const { path, files } = await packBundle(context, bundle, format, folder)
  const change = recordExportAgain(
    c,
    context.procedure(c),
    submission,
    { format, name: bundle.name, files },
    context.act(settings),
  )
  await context.commit(change, 'cases', [c.record.id])
  return { path, name: bundle.name, files }
}

/** The bundle of an attempt as it was exported. Throws `submission.unknown`, and where its crawler file is gone or altered. */
export async function bundleAgain(context: Context, c: Case, submission: Submission | null): Promise<Bundle> {
  const { items, written, exported } = submission ?? { items: null, written: null, exported: null }
  if (!submission || !items || !written || !exported) throw new CasebookError(unknown(c))
  return bundleOf(context, exported.name, submission, items, written)
}

export function attemptOf(c: Case, attempt: number): Submission {
  const submission = c.submissions.find((s) => s.attempt === attempt)
  if (!submission)
    throw new CasebookError(refuse('submission.attempt-unknown', { case: `C-${c.record.number}`, attempt }, 'attempt'))
  return submission
}

function unknown(c: Case) {
  return refuse('submission.unknown', { case: `C-${c.record.number}` })
}
