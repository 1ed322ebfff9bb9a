import { CRAWLER_FILE } from '../../shared/domain/crawler-template/names.ts'
import type { Case } from '../../shared/domain/records/case-aggregate.ts'
import type { Settings } from '../../shared/domain/records/settings.ts'
import type { ExportedFile, Submission, SubmissionItems, Written } from '../../shared/domain/records/submission.ts'
import { sha256Sums, submissionJson } from '../../shared/domain/submission/bundle.ts'
import { submissionMessage } from '../../shared/text/submission-message.ts'
import { refusalOf } from './casebook-error.ts'
import type { Context } from './context.ts'
import type { MailDraft, OutFile } from './ports.ts'

export type BundleFormat = 'folder' | 'zip' | 'eml'

/** A bundle before it is packed: everything that its bytes are made of. */
export interface Bundle {
  readonly name: string
  readonly written: Written
  readonly recipient: Submission['recipient']
  readonly files: readonly OutFile[]
}

/** The words of an attempt as an export writes them, from what the case says now. Kept with the attempt from then on. */
export function writtenOf(c: Case, settings: Settings, submission: Submission, items: SubmissionItems): Written {
  const operator = settings.operators.find((o) => o.name === settings.operator)
  return {
    from: operator?.email ? { name: operator.name, email: operator.email } : null,
    ...submissionMessage(c, settings, submission, items),
    json: submissionJson(c, submission, items),
  }
}

/** The files of a bundle: the crawler file byte for byte, the message, the items for a program, and the sums. */
export async function bundleOf(
  context: Context,
  name: string,
  submission: Pick<Submission, 'recipient'>,
  items: SubmissionItems,
  written: Written,
): Promise<Bundle> {
  const { attachments, packer } = context.ports
  const text = new TextEncoder()
  const files: OutFile[] = [
    { name: CRAWLER_FILE, bytes: await attachments.get(items.crawlerFile.sha256) },
    { name: 'submission.json', bytes: text.encode(written.json) },
    { name: 'submission.txt', bytes: text.encode(`Subject: ${written.subject}\n\n${written.text}`) },
  ]
  const sums = sha256Sums(files.map((f) => ({ name: f.name, sha256: packer.sha256(f.bytes) })))
  return {
    name,
    written,
    recipient: submission.recipient,
    files: [...files, { name: 'SHA256SUMS', bytes: text.encode(sums) }],
  }
}

/** Bundles of one name that a folder of ours holds beside each other: attempts of one day, and corrections of each. */
const MOST_OF_A_NAME = 100

/**
 * Writes a bundle in the wanted form, whole or not at all, and says what was written.
 * @param folder null: where exports go when nobody says otherwise. What is there already stays: another content of the
 *   same name gets a numbered folder of its own. In a folder that was named it is refused (`export.exists`).
 */
export async function packBundle(
  context: Context,
  bundle: Bundle,
  format: BundleFormat,
  folder: string | null,
): Promise<{ readonly path: string; readonly files: ExportedFile[] }> {
  if (folder !== null) return packInto(context, bundle, format, folder)
  const ours = context.ports.outbox.defaultFolder()
  for (let n = 1; ; n += 1) {
    try {
      return await packInto(context, bundle, format, n === 1 ? ours : `${ours}/${n}`)
    } catch (thrown) {
      if (refusalOf(thrown)?.code !== 'export.exists' || n === MOST_OF_A_NAME) throw thrown
    }
  }
}

async function packInto(
  context: Context,
  bundle: Bundle,
  format: BundleFormat,
  folder: string,
): Promise<{ readonly path: string; readonly files: ExportedFile[] }> {
  const { outbox, packer } = context.ports
  const { name, files } = bundle
  if (format === 'folder') {
    const { path } = await outbox.writeFolder(folder, name, files)
    return { path, files: files.map(exported) }
  }
  const file = await bundleFile(context, bundle, format)
  const { path } = await outbox.writeFile(folder, file)
  // The draft carries the crawler file and, as its text, the message; the zip carries all.
  const inside = format === 'zip' ? files : files.filter((f) => f.name === CRAWLER_FILE)
  return { path, files: [exported(file), ...inside.map(exported)] }

  function exported(f: OutFile): ExportedFile {
    return { name: f.name, sha256: packer.sha256(f.bytes), size: f.bytes.length }
  }
}

/** The bundle as one file: the zip of its folder, or the draft. */
export async function bundleFile(context: Context, bundle: Bundle, format: 'zip' | 'eml'): Promise<OutFile> {
  const { packer } = context.ports
  const { name, files } = bundle
  const bytes = format === 'zip' ? await packer.zip(name, files) : await packer.mail(draftOf(bundle))
  return { name: `${name}.${format}`, bytes }
}

/** The unsent draft: the message with the crawler file attached. */
function draftOf({ written, recipient, files }: Bundle): MailDraft {
  const { from, subject, text } = written
  const { name, email } = recipient
  return {
    from,
    to: email ? { name, email } : null,
    subject,
    text,
    attachments: files.filter((f) => f.name === CRAWLER_FILE),
  }
}
