import { markStep } from '../../shared/domain/case/mark-step.ts'
import { conflictValues } from '../../shared/domain/conflict.ts'
import { bytesInput } from './bytes-input.ts'
import { throwIfRefused } from './casebook-error.ts'
import { viewChanged } from './cases.ts'
import type { Context } from './context.ts'
import { evidenceFile as evidenceFileOf } from './evidence-file.ts'
import type { AppHandlers } from './handlers.ts'

/** Marking steps by hand, with their evidence. */
export function stepHandlers(context: Context): Pick<AppHandlers, 'case.step'> {
  const { attachments, packer } = context.ports
  return {
    async 'case.step'({ case: reference, revision, step, to, reason, evidence, evidenceFile, at }) {
      const c = await context.case(reference, revision, (now) =>
        conflictValues({ [step]: to }, { [step]: now.steps.find((s) => s.stepId === step)?.state ?? 'to do' }),
      )
      const act = context.act(await context.settings(), at)
      const bytes = evidenceFile ? bytesInput(evidenceFile.base64) : null
      const file = evidenceFile && bytes ? evidenceFileOf(packer, c, evidenceFile.name, bytes, act) : null
      const text = evidence?.trim() ?? ''
      const seen = text || file ? { text, attachmentId: file?.id ?? null } : null
      const mark = { stepId: step, to, reason: reason ?? '', evidence: seen, file }
      const change = throwIfRefused(markStep(c, context.procedure(c), mark, act))
      // The bytes come first: a file that no record points to is harmless, the reverse would not be.
      if (bytes) await attachments.put(bytes)
      return viewChanged(context, c.record.id, await context.commit(change, 'cases', [c.record.id]))
    },
  }
}
