import { createHash } from 'node:crypto'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { MailDraft } from '../services/ports.ts'

/**
 * An unsent draft as an `.eml` file, the same bytes for the same content: no date, no message ID, a boundary made from
 * the content. `X-Unsent` makes classic Outlook open it for editing. Lines end in CRLF and headers are folded.
 */
export async function composeMail(draft: MailDraft): Promise<Uint8Array> {
  const composer = new MailComposer({
    ...(draft.from !== null && draft.from.email !== '' ? { from: address(draft.from) } : {}),
    ...(draft.to !== null && draft.to.email !== '' ? { to: address(draft.to) } : {}),
    subject: draft.subject,
    // Quoted-printable carries every character and every space at a line's end through any mail program.
    text: draft.text,
    textEncoding: 'quoted-printable',
    headers: { 'X-Unsent': '1' },
    attachments: draft.attachments.map((file) => ({
      filename: file.name,
      content: Buffer.from(file.bytes),
      contentType: 'application/octet-stream',
      contentTransferEncoding: 'base64' as const,
    })),
    baseBoundary: contentHash(draft).slice(0, 32),
    boundaryPrefix: 'casebook',
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const message = await composer.compile().build()
  return new Uint8Array(withoutHeaders(message, ['Date', 'Message-ID']))
}

function address(person: { readonly name: string; readonly email: string }) {
  return { name: person.name, address: person.email }
}

function contentHash(draft: MailDraft): string {
  const { from, to, subject, text } = draft
  const hash = createHash('sha256')
  hash.update(JSON.stringify([from?.name, from?.email, to?.name, to?.email, subject, text]))
  for (const file of draft.attachments) {
    hash.update(JSON.stringify([file.name, file.bytes.byteLength])).update(file.bytes)
  }
  return hash.digest('hex')
}

/** The composer insists on a date and an ID; in a draft, the program that sends it sets them. */
function withoutHeaders(message: Buffer, names: readonly string[]): Buffer {
  const end = message.indexOf('\r\n\r\n')
  const head = message.subarray(0, end).toString('latin1')
  // A header goes on in the lines that begin with a space.
  const headers = head.split(/\r\n(?![ \t])/)
  const kept = headers.filter(
    (header) => !names.some((name) => header.toLowerCase().startsWith(`${name.toLowerCase()}:`)),
  )
  return Buffer.concat([Buffer.from(kept.join('\r\n'), 'latin1'), message.subarray(end)])
}
