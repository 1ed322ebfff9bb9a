import { CRAWLER_FILE } from '../../shared/domain/crawler-template/names.ts'
import type { Case } from '../../shared/domain/records/case-aggregate.ts'
import type { Settings } from '../../shared/domain/records/settings.ts'
import type { ExportedFile, Submission, SubmissionItems } from '../../shared/domain/records/submission.ts'
import { sha256Sums, submissionJson } from '../../shared/domain/submission/bundle.ts'
import { submissionMessage } from '../../shared/text/submission-message.ts'
import type { Context } from './context.ts'
import type { MailDraft, OutFile } from './ports.ts'

export interface Bundle {
  readonly c: Case
  readonly settings: Settings
  readonly submission: Submission
  readonly items: SubmissionItems
  readonly files: readonly OutFile[]
  readonly name: string
}

/** The files of a bundle: the crawler file byte for byte, the message, the items for a program, and the sums. */
export async function bundleFiles(
  context: Context,
  c: Case,
  settings: Settings,
  submission: Submission,
  items: SubmissionItems,
): Promise<readonly OutFile[]> {
  const { attachments, packer } = context.ports
  const text = new TextEncoder()
  const { subject, text: body } = submissionMessage(c, settings, submission, items)
  const files: OutFile[] = [
    { name: CRAWLER_FILE, bytes: await attachments.get(items.crawlerFile.sha256) },
    { name: 'submission.json', bytes: text.encode(submissionJson(c, submission, items)) },
    { name: 'submission.txt', bytes: text.encode(`Subject: ${subject}\n\n${body}`) },
  ]
  const sums = sha256Sums(files.map((f) => ({ name: f.name, sha256: packer.sha256(f.bytes) })))
  return [...files, { name: 'SHA256SUMS', bytes: text.encode(sums) }]
}

/** Writes a bundle in the wanted form, whole or not at all, and says what was written. */
export async function packBundle(
  context: Context,
  bundle: Bundle,
  format: 'folder' | 'zip' | 'eml',
  folder: string,
): Promise<{ readonly path: string; readonly written: ExportedFile[] }> {
  const { outbox, packer } = context.ports
  const { name, files } = bundle
  if (format === 'folder') {
    const { path } = await outbox.writeFolder(folder, name, files)
    return { path, written: files.map((f) => exported(f)) }
  }
  const bytes = format === 'zip' ? await packer.zip(name, files) : await packer.mail(mailOf(bundle))
  const file = { name: `${name}.${format}`, bytes }
  const { path } = await outbox.writeFile(folder, file)
  return { path, written: [exported(file), ...files.map(exported)] }

  function exported(f: OutFile): ExportedFile {
    return { name: f.name, sha256: packer.sha256(f.bytes), size: f.bytes.length }
  }
}

/** The unsent draft: the message with the crawler file attached. */
export function mailOf({ c, settings, submission, items, files }: Omit<Bundle, 'name'>): MailDraft {
  const { subject, text } = submissionMessage(c, settings, submission, items)
  const from = settings.operators.find((o) => o.name === settings.operator)
  const { name, email } = submission.recipient
  return {
    from: from?.email ? { name: from.name, email: from.email } : null,
    to: email ? { name, email } : null,
    subject,
    text,
    attachments: files.filter((f) => f.name === CRAWLER_FILE),
  }
}
