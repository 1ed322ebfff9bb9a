import { z } from 'zod'
import { Attachment } from '../../domain/records/attachment.ts'
import { Id } from '../../domain/records/base.ts'
import { CaseFilter } from '../../domain/records/case-filter.ts'
import { ExportedFile } from '../../domain/records/submission.ts'
import { DossierView } from '../dossier-view.ts'
import { MadeFile, Target } from '../made-file.ts'
import { command, query } from '../operation.ts'
import { JobId } from './jobs.ts'
import { BundleFormat } from './submissions.ts'

/** Cases named one by one, or those of a view. */
export const Selection = {
  cases: z.array(z.string().min(1).max(64)).max(10_000).optional(),
  query: CaseFilter.optional(),
  /** References of cases of the view that are left out. */
  except: z.array(z.string().min(1).max(64)).max(10_000).optional(),
}

const Failure = z.strictObject({
  code: z.string(),
  message: z.string(),
  remedy: z.string(),
  field: z.string().nullable(),
})

export const ExportRow = z.strictObject({
  /** As it was named, or its reference. */
  case: z.string(),
  ref: z.string().nullable(),
  customer: z.string().nullable(),
  path: z.string().nullable(),
  name: z.string().nullable(),
  files: z.array(ExportedFile),
  /** Why it was refused; null where it was written. */
  error: Failure.nullable(),
})
export type ExportRow = z.infer<typeof ExportRow>

export const ExportReport = z.strictObject({
  folder: z.string(),
  /** Path of index.csv, which lists all of them; null where nothing was reached. */
  index: z.string().nullable(),
  total: z.int(),
  written: z.int(),
  refused: z.int(),
  isCancelled: z.boolean(),
  /** Those that were reached, in the order of the selection. */
  rows: z.array(ExportRow),
})
export type ExportReport = z.infer<typeof ExportReport>

export const exportOperations = {
  /** A file that is kept with a case: whole, and what of it can be shown. */
  'case.file': query(
    z.strictObject({ case: z.string().min(1).max(64), file: Id }),
    z.strictObject({
      file: Attachment,
      /** What picture it is; null: none that can be shown. */
      picture: z.enum(['image/png', 'image/jpeg', 'image/gif']).nullable(),
      /** How it begins, where it is text. */
      text: z.string().max(4_000).nullable(),
      base64: z.string(),
    }),
  ),
  /** A case as one page to print or to keep as a PDF: it needs nothing else, and runs nothing. */
  'case.dossier': command(
    z.strictObject({ case: z.string().min(1).max(64), out: Target.optional() }),
    z.strictObject({
      name: z.string(),
      path: z.string().nullable(),
      /** The page, and what stands in it for a screen to show; null where it was written. */
      html: z.string().nullable(),
      document: DossierView.nullable(),
    }),
  ),
  /**
   * Cases as a table that can be imported again, as JSON, or their open waits as a calendar. Without cases and query it
   * is the whole workspace, with the customers that have no case.
   */
  'export.data': command(
    z.strictObject({
      ...Selection,
      format: z.enum(['csv', 'json', 'ics']),
      out: Target.optional(),
      job: JobId.optional(),
    }),
    MadeFile,
  ),
  /**
   * Writes the bundles of many cases, a folder or file each, and an index.csv. One that is refused stops none of the
   * others; a cancel (`job.cancel`) leaves whole bundles only.
   */
  'submission.export-many': command(
    z.strictObject({ job: JobId, ...Selection, format: BundleFormat, out: z.string().max(4_000).optional() }),
    ExportReport,
  ),
}
