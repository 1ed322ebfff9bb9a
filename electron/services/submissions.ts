import { toBase64 } from '../../shared/contract/base64.ts'
import { currentSubmission } from '../../shared/domain/case/facts-of.ts'
import type { Case } from '../../shared/domain/records/case-aggregate.ts'
import type { ChangeSet } from '../../shared/domain/records/change-set.ts'
import type { Settings } from '../../shared/domain/records/settings.ts'
import { type Decided, isRefusal } from '../../shared/domain/refusal.ts'
import type { ExpectedLink } from '../../shared/domain/spot-link/judge.ts'
import { judgeSpotLink } from '../../shared/domain/spot-link/judge.ts'
import { attemptToExport, setRecipient } from '../../shared/domain/submission/attempt.ts'
import { bundleName } from '../../shared/domain/submission/bundle.ts'
import { closeAttempt } from '../../shared/domain/submission/close-attempt.ts'
import { itemsOf } from '../../shared/domain/submission/items.ts'
import { markSent } from '../../shared/domain/submission/mark-sent.ts'
import { noteOnSubmission } from '../../shared/domain/submission/note.ts'
import { preflight } from '../../shared/domain/submission/preflight.ts'
import { readReply } from '../../shared/domain/submission/read-reply.ts'
import { takeAnswer } from '../../shared/domain/submission/take-answer.ts'
import { submissionMessage } from '../../shared/text/submission-message.ts'
import { bundleFile } from './bundles.ts'
import { bytesInput } from './bytes-input.ts'
import { throwIfRefused } from './casebook-error.ts'
import { viewCase, viewChanged } from './cases.ts'
import type { Context } from './context.ts'
import { attachedVerdict } from './crawler-files.ts'
import { evidenceFile } from './evidence-file.ts'
import { attemptOf, bundleAgain, exportAgain, exportCase } from './export-case.ts'
import type { AppHandlers } from './handlers.ts'
import type { Committed } from './ports.ts'
import { submissionConflict, type WantedOfSubmission } from './submission-conflict.ts'
import { findingView } from './views/finding-view.ts'
import { preflightItems } from './views/preflight-items.ts'

type SubmissionHandlers = Pick<
  AppHandlers,
  | 'submission.preflight'
  | 'submission.recipient'
  | 'submission.export'
  | 'submission.download'
  | 'submission.sent'
  | 'submission.answered'
  | 'submission.returned'
  | 'submission.withdraw'
  | 'submission.note'
>

/** The hand-off to Spot: preflight, bundle, and the life of each attempt. */
export function submissionHandlers(context: Context): SubmissionHandlers {
  const { ports } = context
  return {
    async 'submission.preflight'({ case: reference }) {
      const c = await context.case(reference)
      const settings = await context.settings()
      const { findings, items } = preflight(c, settings, await attachedVerdict(context, c, settings))
      const attempt = attemptToExport(c, context.act(settings))
      const submission = isRefusal(attempt) ? currentSubmission(c) : attempt
      const shown = items ?? submission?.items ?? null
      const message = submission && shown ? submissionMessage(c, settings, submission, shown) : null
      return {
        ready: items !== null,
        items: preflightItems(c, settings, findings),
        findings: findings.map(findingView),
        message: message && { to: submission?.recipient.email ?? '', ...message },
        bundleName: submission ? bundleName(c, submission) : null,
      }
    },

    async 'submission.recipient'({ case: reference, revision, recipient }) {
      return decide(reference, revision, { recipient }, undefined, (c, act) =>
        setRecipient(c, context.procedure(c), recipient, act),
      )
    },

    async 'submission.export'({ case: reference, revision, format, out, attempt }) {
      const wanted = { state: 'exported' } as const
      const c = await context.case(reference, revision, (now) => submissionConflict(now, wanted, attempt))
      const settings = await context.settings()
      const folder = out ?? null
      const exported = attempt
        ? await exportAgain(context, c, settings, attempt, format, folder)
        : await exportCase(context, c, settings, format, folder)
      return { ...exported, case: await viewCase(context, c.record.id) }
    },

    async 'submission.download'({ case: reference, format, attempt }) {
      const c = await context.case(reference)
      const submission = attempt ? attemptOf(c, attempt) : currentSubmission(c)
      const { name, bytes } = await bundleFile(context, await bundleAgain(context, c, submission), format)
      return { name, base64: toBase64(bytes) }
    },

    async 'submission.sent'({ case: reference, revision, at, via }) {
      return decide(reference, revision, { state: 'sent', via: via ?? '' }, at, (c, act) =>
        markSent(c, context.procedure(c), itemsOf(c, act.settings), via ?? '', act),
      )
    },

    async 'submission.answered'({ case: reference, revision, link, at, decision }) {
      return decide(reference, revision, { state: 'answered', link: link.trim() }, at, (c, act) => {
        const judged = judgeSpotLink(link, expectedOf(c, act.settings))
        const answer = { link: link.trim(), judged, decision: decision ?? '' }
        return takeAnswer(c, context.procedure(c), answer, act)
      })
    },

    async 'submission.returned'({ case: reference, revision, reason, at }) {
      return decide(reference, revision, { state: 'returned', reason }, at, (c, act) =>
        closeAttempt(c, context.procedure(c), 'returned', reason, act),
      )
    },

    async 'submission.note'({ case: reference, revision, attempt, ticket, reply }) {
      const wanted = ticket === undefined ? {} : { ticket }
      const c = await context.case(reference, revision, (now) => submissionConflict(now, wanted, attempt))
      const act = context.act(await context.settings(), reply?.at)
      const bytes = reply?.file ? bytesInput(reply.file.base64) : null
      const file = reply?.file && bytes ? evidenceFile(ports.packer, c, reply.file.name, bytes, act) : null
      const said = reply?.text?.trim() || (file && bytes ? readReply(file.name, bytes) : '')
      const note = { attempt: attempt ?? null, ticket: ticket ?? null, reply: reply ? { text: said, file } : null }
      const change = throwIfRefused(noteOnSubmission(c, context.procedure(c), note, act))
      // The bytes come first: a file that no record points to is harmless, the reverse would not be.
      if (bytes) await ports.attachments.put(bytes)
      await commit(c, change)
      return viewCase(context, c.record.id)
    },

    async 'submission.withdraw'({ case: reference, revision, reason }) {
      return decide(reference, revision, { state: 'withdrawn', reason }, undefined, (c, act) =>
        closeAttempt(c, context.procedure(c), 'withdrawn', reason, act),
      )
    },
  }

  async function decide(
    reference: string,
    revision: number | undefined,
    wanted: WantedOfSubmission,
    at: string | undefined,
    decision: (c: Case, act: ReturnType<Context['act']>) => Decided<ChangeSet>,
  ) {
    const c = await context.case(reference, revision, (now) => submissionConflict(now, wanted))
    return viewChanged(context, c.record.id, await commit(c, decision(c, context.act(await context.settings(), at))))
  }

  async function commit(c: Case, decided: Decided<ChangeSet>): Promise<Committed> {
    return context.commit(throwIfRefused(decided), 'cases', [c.record.id])
  }
}

function expectedOf(c: Case, settings: Settings): ExpectedLink {
  const { region, bucket, prefix } = c.payer
  return { region, bucket, prefix, known: settings.knownBuckets }
}
