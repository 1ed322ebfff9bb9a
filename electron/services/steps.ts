import type { Act } from '../../shared/domain/case/act.ts'
import { markStep } from '../../shared/domain/case/mark-step.ts'
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
  const { attachments, packer } = context.ports
  return {
    async 'case.step'({ case: reference, revision, step, to, reason, evidence, evidenceFile, at }) {
      const c = await context.case(reference, revision)
      const act = context.act(await context.settings(), at)
      const bytes = evidenceFile ? bytesInput(evidenceFile.base64) : null
      const file = evidenceFile && bytes ? attachmentOf(c, evidenceFile.name, bytes, act) : null
      const text = evidence?.trim() ?? ''
      const seen = text || file ? { text, attachmentId: file?.id ?? null } : null
      const mark = { stepId: step, to, reason: reason ?? '', evidence: seen, file }
      const change = throwIfRefused(markStep(c, context.procedure(c), mark, act))
      // The bytes come first: a file that no record points to is harmless, the reverse would not be.
      if (bytes) await attachments.put(bytes)
      await context.commit(change, 'cases', [c.record.id])
      return viewCase(context, c.record.id)
    },
  }

  function attachmentOf(c: Case, name: string, bytes: Uint8Array, act: Act): Attachment {
    if (bytes.length > EVIDENCE_LIMIT) {
      throw new CasebookError(
        refuse('evidence.too-large', { name, size: bytes.length, limit: EVIDENCE_LIMIT }, 'evidence'),
      )
    }
    return {
      id: act.newId(),
      caseId: c.record.id,
      payerId: null,
      kind: 'evidence',
      name: name.slice(-255) || 'evidence',
      sha256: packer.sha256(bytes),
      size: bytes.length,
      origin: name,
      modifiedAt: null,
      addedAt: act.now,
      addedBy: act.by,
    }
  }
}
