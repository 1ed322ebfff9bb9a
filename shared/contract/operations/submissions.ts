import { z } from 'zod'
import { InstantText, Revision, ShortText } from '../../domain/records/base.ts'
import { MessageTemplate } from '../../domain/records/settings.ts'
import { ExportedFile, Recipient } from '../../domain/records/submission.ts'
import { CaseChanged } from '../case-changed.ts'
import { SubmissionMessagesView, TemplatePreview, TemplateView } from '../message-views.ts'
import { command, query } from '../operation.ts'
import { CaseView, LinkReportView, PreflightView } from '../views.ts'

const CaseRef = z.string().min(1).max(64)
const Typed = z.string().max(20_000)
const onCase = <T extends z.core.$ZodLooseShape>(shape: T) =>
  z.strictObject({ case: CaseRef, revision: Revision.optional(), ...shape })

/** Number of an attempt, from 1. */
const Attempt = z.int().min(1).max(10_000)
/** Bytes as base64, of a mail with its attachments. */
const Base64 = z.string().max(20_000_000)

export const BundleFormat = z.enum(['folder', 'zip', 'eml'])

export const submissionOperations = {
  'submission.preflight': query(z.strictObject({ case: CaseRef }), PreflightView),
  'submission.recipient': command(onCase({ recipient: Recipient }), CaseChanged),
  /**
   * Writes the bundle. Refused while an error stands. `out`: a folder; absent: the workspace's exports folder.
   * `attempt`: writes that attempt once more, as it was exported, and changes nothing of it.
   */
  'submission.export': command(
    onCase({ format: BundleFormat, out: z.string().max(4_000).optional(), attempt: Attempt.optional() }),
    z.strictObject({ path: z.string(), name: z.string(), files: z.array(ExportedFile), case: CaseView }),
  ),
  /** The bytes of an export, by default the last one, for a browser to save. */
  'submission.download': query(
    z.strictObject({ case: CaseRef, format: z.enum(['zip', 'eml']), attempt: Attempt.optional() }),
    z.strictObject({ name: z.string(), base64: z.string() }),
  ),
  'submission.sent': command(onCase({ at: InstantText.optional(), via: ShortText.optional() }), CaseChanged),
  'submission.answered': command(
    onCase({ link: Typed, at: InstantText.optional(), decision: Typed.optional() }),
    CaseChanged,
  ),
  'submission.returned': command(onCase({ reason: Typed, at: InstantText.optional() }), CaseChanged),
  'submission.withdraw': command(onCase({ reason: Typed }), CaseChanged),
  /** Keeps what Spot said: the ticket number, a reply as pasted text or as a file. Of the newest attempt unless one is named. */
  'submission.note': command(
    onCase({
      attempt: Attempt.optional(),
      ticket: ShortText.optional(),
      reply: z
        .strictObject({
          text: Typed.optional(),
          at: InstantText.optional(),
          file: z.strictObject({ name: ShortText, base64: Base64 }).optional(),
        })
        .optional(),
    }),
    CaseView,
  ),
  'submission.messages': query(z.strictObject({ case: CaseRef }), SubmissionMessagesView),
  /** The templates in force, the app's own beside them, and the variables they can name. */
  'message.templates': query(
    z.strictObject({}),
    z.strictObject({
      templates: z.array(TemplateView),
      variables: z.array(z.strictObject({ name: ShortText, meaning: ShortText })),
    }),
  ),
  /** Judges a template that is being written and shows how it reads, on a case or on an example. */
  'message.preview': query(
    z.strictObject({
      kind: z.enum(['submission', 'followUp', 'correction']),
      template: MessageTemplate,
      case: CaseRef.optional(),
    }),
    TemplatePreview,
  ),
  'link.check': query(
    z.strictObject({ url: Typed, case: CaseRef.optional(), bucket: Typed.optional(), prefix: Typed.optional() }),
    LinkReportView,
  ),
}
