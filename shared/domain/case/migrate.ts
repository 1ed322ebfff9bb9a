import { allSteps } from '../procedure/engine.ts'
import type { Procedure, Step } from '../procedure/types.ts'
import type { StepRecord } from '../records/case.ts'
import type { Case } from '../records/case-aggregate.ts'
import type { ChangeSet } from '../records/change-set.ts'
import type { Wait } from '../records/wait.ts'
import { type Decided, refuse } from '../refusal.ts'
import { waitDefinition } from '../requests/definitions.ts'
import { isOpen } from '../wait/wait-state.ts'
import type { Act } from './act.ts'
import { CaseChange } from './case-change.ts'
import { refuseUnlessOpen } from './is-open.ts'

/** What moving a case to another version of its procedure changes. Nothing that was recorded is lost by it. */
export interface Migration {
  readonly added: readonly Step[]
  /** With what was recorded of it, which stays with the case. */
  readonly removed: readonly { readonly step: Step; readonly record: StepRecord | null }[]
  /** Steps that go on under another name, with their record. */
  readonly renamed: readonly { readonly from: Step; readonly to: Step }[]
  /** Steps that go on and in which something is different. */
  readonly changed: readonly { readonly step: Step; readonly what: readonly StepPart[] }[]
  /** Open waits that the other version does not have. */
  readonly ended: readonly Wait[]
  /** How many records of steps go on. */
  readonly kept: number
}

/** The parts of a step that a person would notice, by the name under which they are shown. */
const PARTS = {
  title: ['title', 'why'],
  instructions: ['instructions'],
  values: ['values', 'enters'],
  'what comes first': ['gate', 'actionGate'],
  'when it applies': ['when'],
  checks: ['checks', 'settledBy'],
  evidence: ['evidence'],
  waits: ['effects'],
  explanations: ['traps', 'link', 'message'],
} as const satisfies Readonly<Record<string, readonly (keyof Step)[]>>
export type StepPart = keyof typeof PARTS

/** Compares the version a case is pinned to with another one, step by step. */
export function planMigration(c: Case, from: Procedure, to: Procedure): Migration {
  const old = new Map(allSteps(from).map((s) => [s.id, s]))
  const next = new Map(allSteps(to).map((s) => [s.id, s]))
  const renamed = [...next.values()].flatMap((step) => {
    const before = step.formerly === undefined || old.has(step.id) ? undefined : old.get(step.formerly)
    return before && !next.has(before.id) ? [{ from: before, to: step }] : []
  })
  const gone = new Set(renamed.map((r) => r.from.id))
  const come = new Set(renamed.map((r) => r.to.id))
  const removed = [...old.values()].filter((s) => !next.has(s.id) && !gone.has(s.id))
  const lost = new Set(removed.map((s) => s.id))
  return {
    added: [...next.values()].filter((s) => !old.has(s.id) && !come.has(s.id)),
    removed: removed.map((step) => ({ step, record: c.steps.find((r) => r.stepId === step.id) ?? null })),
    renamed,
    changed: [...next.values()].flatMap((step) => {
      const before = old.get(step.id) ?? renamed.find((r) => r.to.id === step.id)?.from
      const what = before ? differences(before, step) : []
      return what.length > 0 ? [{ step, what }] : []
    }),
    ended: c.waits.filter((w) => isOpen(w) && waitDefinition(to, w.definition) === null),
    kept: c.steps.filter((r) => old.has(r.stepId) && !lost.has(r.stepId)).length,
  }
}

function differences(before: Step, after: Step): readonly StepPart[] {
  const parts = Object.keys(PARTS) as StepPart[]
  return parts.filter((part) => PARTS[part].some((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key])))
}

/**
 * Moves an open case to a newer version of its procedure. Records of steps keep who did them and when; those of steps
 * that the new version does not have stay with the case. Refuses a version that is not newer.
 */
export function migrateCase(c: Case, from: Procedure, to: Procedure, act: Act): Decided<ChangeSet> {
  const closed = refuseUnlessOpen(c)
  if (closed) return closed
  if (to.id !== from.id || to.version <= from.version) {
    return refuse('migration.not-newer', { case: `C-${c.record.number}`, version: from.version, to: to.version }, 'to')
  }
  const { added, removed, renamed, changed, ended } = planMigration(c, from, to)
  const change = new CaseChange(c, to, act).withRecord({ procedureVersion: to.version })
  for (const one of renamed) {
    const record = c.steps.find((r) => r.stepId === one.from.id)
    if (record) change.keepStep({ ...record, stepId: one.to.id })
  }
  for (const wait of ended) change.cancelWait(wait.definition, 'migrated')
  return change
    .record('case.migrated', {
      from: from.version,
      to: to.version,
      added: added.map((s) => s.id),
      removed: removed.map((r) => r.step.id),
      renamed: renamed.map((r) => [r.from.id, r.to.id]),
      changed: changed.map((s) => s.step.id),
    })
    .finish()
}

/** Records of steps that the case's procedure does not have: done under an earlier version, and kept. */
export function formerSteps(c: Case, procedure: Procedure): readonly StepRecord[] {
  const names = new Set(allSteps(procedure).flatMap((s) => (s.formerly === undefined ? [s.id] : [s.id, s.formerly])))
  return c.steps.filter((r) => !names.has(r.stepId))
}
