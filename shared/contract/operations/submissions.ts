import { z } from 'zod'
import { InstantText, Revision, ShortText } from '../../domain/records/base.ts'
import { ExportedFile, Recipient } from '../../domain/records/submission.ts'
import { command, query } from '../operation.ts'
import { CaseView, LinkReportView, PreflightView } from '../views.ts'

const CaseRef = z.string().min(1).max(64)
const Typed = z.string().max(20_000)
const onCase = <T extends z.core.$ZodLooseShape>(shape: T) =>
  z.strictObject({ case: CaseRef, revision: Revision.optional(), ...shape })

export const BundleFormat = z.enum(['folder', 'zip', 'eml'])

export const submissionOperations = {
  'submission.preflight': query(z.strictObject({ case: CaseRef }), PreflightView),
  'submission.recipient': command(onCase({ recipient: Recipient }), CaseView),
  /** Writes the bundle. Refused while an error stands. `out`: a folder; absent: the workspace's exports folder. */
  'submission.export': command(
    onCase({ format: BundleFormat, out: z.string().max(4_000).optional() }),
    z.strictObject({ path: z.string(), name: z.string(), files: z.array(ExportedFile), case: CaseView }),
  ),
  /** The bytes of the last export, for a browser to save. */
  'submission.download': query(
    z.strictObject({ case: CaseRef, format: z.enum(['zip', 'eml']) }),
    z.strictObject({ name: z.string(), base64: z.string() }),
  ),
  'submission.sent': command(onCase({ at: InstantText.optional(), via: ShortText.optional() }), CaseView),
  'submission.answered': command(
    onCase({ link: Typed, at: InstantText.optional(), decision: Typed.optional() }),
    CaseView,
  ),
  'submission.returned': command(onCase({ reason: Typed, at: InstantText.optional() }), CaseView),
  'submission.withdraw': command(onCase({ reason: Typed }), CaseView),
  'link.check': query(
    z.strictObject({ url: Typed, case: CaseRef.optional(), bucket: Typed.optional(), prefix: Typed.optional() }),
    LinkReportView,
  ),
}
