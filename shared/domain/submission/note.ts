import type { Act } from '../case/act.ts'
import { CaseChange } from '../case/case-change.ts'
import { refuseFuture } from '../case/refuse-future.ts'
import type { Procedure } from '../procedure/types.ts'
import type { Attachment } from '../records/attachment.ts'
import type { Case } from '../records/case-aggregate.ts'
import type { ChangeSet } from '../records/change-set.ts'
import type { Reply, Submission } from '../records/submission.ts'
import { type Decided, refuse } from '../refusal.ts'

/** As many replies to one attempt as the record takes. */
const MOST_REPLIES = 200

export interface Note {
  /** Number of the attempt it belongs to; null: the newest. */
  readonly attempt: number | null
  /** Spot's number; null: as it is. */
  readonly ticket: string | null
  readonly reply: { readonly text: string; readonly file: Attachment | null } | null
}

/**
 * Keeps what Spot said of an attempt: its ticket number, a reply. In any state of the case, for a late word of Spot
 * is worth keeping too. `act.at` is when the reply came. Nothing else of the attempt changes.
 */
export function noteOnSubmission(c: Case, procedure: Procedure, note: Note, act: Act): Decided<ChangeSet> {
  const future = refuseFuture(act)
  if (future) return future
  const s = note.attempt === null ? c.submissions.at(-1) : c.submissions.find((one) => one.attempt === note.attempt)
  if (!s) return refuse('submission.unknown', { case: `C-${c.record.number}` })
  const ticket = note.ticket === null ? s.ticket : note.ticket.trim()
  const text = note.reply?.text.trim() ?? ''
  if (note.reply && text === '' && !note.reply.file) return refuse('reply.empty', {}, 'reply')
  if (ticket === s.ticket && !note.reply) return refuse('note.empty', {})
  if (note.reply && s.replies.length >= MOST_REPLIES) return refuse('reply.too-many', { most: MOST_REPLIES }, 'reply')

  const change = new CaseChange(c, procedure, act)
  let next: Submission = s
  if (ticket !== s.ticket) {
    next = { ...next, ticket }
    change.record('submission.ticket', { attempt: s.attempt, before: s.ticket, after: ticket })
  }
  if (note.reply) {
    const { file } = note.reply
    const reply: Reply = { at: act.at, by: act.by, text, attachmentId: file?.id ?? null }
    next = { ...next, replies: [...next.replies, reply] }
    if (file) change.withAttachment(file)
    change.record('submission.reply', {
      attempt: s.attempt,
      text: firstLine(text),
      ...(file ? { file: file.name, sha256: file.sha256 } : {}),
    })
  }
  return change.withSubmission(next).finish()
}

/** Enough to know the reply by; the whole of it is in the attempt. */
function firstLine(text: string): string {
  const [line = ''] = text.split(/\r\n|\r|\n/)
  return line.length > 120 ? `${line.slice(0, 119)}…` : line
}
