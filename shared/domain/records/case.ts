import { z } from 'zod'
import { Id, InstantText, LongText, Revision, ShortText, Tags } from './base.ts'

export const CaseState = z.enum(['open', 'on-hold', 'done', 'abandoned'])
export type CaseState = z.infer<typeof CaseState>

/**
 * What a list needs to know of a case without loading it, computed by the engine at each commit.
 * It holds instants, never states that depend on now.
 */
export const CaseSummary = z.strictObject({
  phase: ShortText.nullable(),
  nextStep: ShortText.nullable(),
  nextKind: ShortText.nullable(),
  stepsDone: z.int().min(0),
  stepsTotal: z.int().min(0),
  blocked: z.boolean(),
  /** Definition, due and overdue instants of the open wait that is due first. */
  waitDefinition: ShortText.nullable(),
  dueAt: InstantText.nullable(),
  overdueAt: InstantText.nullable(),
  submissionState: ShortText.nullable(),
})
export type CaseSummary = z.infer<typeof CaseSummary>

/** Of a case that was not looked at yet; it is told once the whole case is known. */
export const NO_SUMMARY: CaseSummary = {
  phase: null,
  nextStep: null,
  nextKind: null,
  stepsDone: 0,
  stepsTotal: 0,
  blocked: false,
  waitDefinition: null,
  dueAt: null,
  overdueAt: null,
  submissionState: null,
}

/** A customer going through one procedure, pinned to a version of it. */
export const CaseRecord = z.strictObject({
  id: Id,
  /** Short number for people: `C-42`. */
  number: z.int().min(1),
  customerId: Id,
  payerId: Id,
  procedureId: ShortText,
  procedureVersion: z.int().min(1),
  state: CaseState,
  /** Why it is on hold or abandoned; empty otherwise. */
  stateReason: LongText,
  owner: ShortText,
  /** Facts of this case alone; those of customer and payer are read from them. */
  facts: z.record(z.string().max(60), z.string().max(20_000)),
  tags: Tags,
  notes: LongText,
  openedAt: InstantText,
  closedAt: InstantText.nullable(),
  updatedAt: InstantText,
  summary: CaseSummary,
  revision: Revision,
})
export type CaseRecord = z.infer<typeof CaseRecord>

export const StepState = z.enum(['done', 'not-applicable', 'blocked', 'reopened'])
export type StepState = z.infer<typeof StepState>

/** What happened to a step. A step without a record is still to do. */
export const StepRecord = z.strictObject({
  caseId: Id,
  stepId: ShortText,
  state: StepState,
  at: InstantText,
  by: ShortText,
  reason: LongText,
  evidence: z.strictObject({ text: LongText, attachmentId: Id.nullable() }).nullable(),
})
export type StepRecord = z.infer<typeof StepRecord>
