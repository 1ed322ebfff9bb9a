import type { Procedure, Step } from '../procedure/types.ts'
import type { Case } from '../records/case-aggregate.ts'
import type { Wait } from '../records/wait.ts'
import { type Decided, isRefusal } from '../refusal.ts'
import type { Act } from './act.ts'
import { markStep } from './mark-step.ts'

/** What reopening a step would take along, said before it is done. */
export interface ReopenPreview {
  /** The step itself and those built on it, in the procedure's order. */
  readonly steps: readonly Step[]
  /** Waits that would be cancelled. */
  readonly ended: readonly Wait[]
  /** Waits that would run again from where they began. */
  readonly resumed: readonly Wait[]
}

/** Reopens on paper only. Refuses what reopening itself would refuse. */
export function previewReopen(c: Case, procedure: Procedure, stepId: string, act: Act): Decided<ReopenPreview> {
  const change = markStep(c, procedure, { stepId, to: 'reopen', reason: '', evidence: null }, act)
  if (isRefusal(change)) return change
  const reopened = new Set(
    change.puts.flatMap((p) => (p.kind === 'step' && p.record.state === 'reopened' ? [p.record.stepId] : [])),
  )
  // A wait can be put twice, running again and then cancelled: how it ends up counts.
  const waits = [...new Map(change.puts.flatMap((p) => (p.kind === 'wait' ? [[p.record.id, p.record]] : []))).values()]
  const before = (wait: Wait) => c.waits.find((w) => w.id === wait.id)
  return {
    steps: procedure.phases.flatMap((p) => p.steps).filter((s) => reopened.has(s.id)),
    ended: waits.filter((w) => w.cancelled !== null && before(w)?.cancelled === null),
    resumed: waits.filter((w) => w.cancelled === null && w.metAt === null && before(w)?.metAt),
  }
}
