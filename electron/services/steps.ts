import type { Act } from '../../shared/domain/case/act.ts'
import { CaseChange } from '../../shared/domain/case/case-change.ts'
import { markStep } from '../../shared/domain/case/mark-step.ts'
import { refuseFuture } from '../../shared/domain/case/refuse-future.ts'
import type { Attachment } from '../../shared/domain/records/attachment.ts'
import type { Case } from '../../shared/domain/records/case-aggregate.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { bytesInput } from './bytes-input.ts'
import { CasebookError, throwIfRefused } from './casebook-error.ts'
import { viewCase } from './cases.ts'
import type { Context } from './context.ts'
import type { AppHandlers } from './handlers.ts'

/** Largest evidence file in bytes: a screenshot, not an archive. */
const EVIDENCE_LIMIT = 10_000_000

/** Marking steps by hand, with their evidence. */
export function stepHandlers(context: Context): Pick<AppHandlers, 'case.step'> {
  return {
    async 'case.step'({ case: reference, revision, step, to, reason, evidence, evidenceFile, at }) {
      const c = await context.case(reference, revision)
      const act = context.act(await context.settings(), at)
      const future = refuseFuture(act)
      if (future) throw new CasebookError(future)
      const procedure = context.procedure(c)
      const file = evidenceFile ? await keep(c, evidenceFile, act) : null
      const text = evidence?.trim() ?? ''
      const change = throwIfRefused(
        markStep(
          c,
          procedure,
          {
            stepId: step,
            to,
            reason: reason ?? '',
            evidence: text || file ? { text, attachmentId: file?.id ?? null } : null,
          },
          act,
        ),
      )
      const attached = file ? attach(c, file, act) : { puts: [], activity: [] }
      await context.commit(
        { puts: [...change.puts, ...attached.puts], activity: [...attached.activity, ...change.activity] },
        'cases',
        [c.record.id],
      )
      return viewCase(context, c.record.id)
    },
  }

  /** Keeps the bytes before the decision: a file that no record points to is harmless, the reverse would not be. */
  async function keep(c: Case, file: { name: string; base64: string }, act: Act): Promise<Attachment> {
    const bytes = bytesInput(file.base64)
    if (bytes.length > EVIDENCE_LIMIT) {
      const { name } = file
      throw new CasebookError(
        refuse('evidence.too-large', { name, size: bytes.length, limit: EVIDENCE_LIMIT }, 'evidence'),
      )
    }
    const { sha256, size } = await context.ports.attachments.put(bytes)
    return {
      id: act.newId(),
      caseId: c.record.id,
      payerId: null,
      kind: 'evidence',
      name: file.name.slice(-255) || 'evidence',
      sha256,
      size,
      origin: file.name,
      modifiedAt: null,
      addedAt: act.now,
      addedBy: act.by,
    }
  }

  function attach(c: Case, file: Attachment, act: Act) {
    const { name, size, sha256 } = file
    const change = new CaseChange(c, context.procedure(c), act)
      .withAttachment(file)
      .record('attachment.added', { name, size, sha256 })
      .finish()
    return { puts: change.puts.filter((p) => p.kind === 'attachment'), activity: change.activity }
  }
}
