import { z } from 'zod'
import { Id, InstantText, ShortText } from './base.ts'

export const CheckOutcome = z.enum(['pass', 'warn', 'fail', 'unknown', 'no-access'])
export type CheckOutcome = z.infer<typeof CheckOutcome>

/** A finding as it is kept and sent: code and values; the sentence is made where it is read. */
export const FindingRecord = z.strictObject({
  level: z.enum(['error', 'warning', 'info']),
  code: ShortText,
  params: z.record(z.string(), z.unknown()),
  field: ShortText.nullable(),
})
export type FindingRecord = z.infer<typeof FindingRecord>

/** With whose eyes a check looked: the caller STS named, and the endpoint it was reached at. */
export const Identity = z.strictObject({
  accountId: z.string().regex(/^\d{12}$/),
  arn: z.string().max(2_048),
  /** Host that answered, so that an endpoint override is never mistaken for AWS. */
  endpoint: ShortText,
  simulated: z.boolean(),
})
export type Identity = z.infer<typeof Identity>

export const CheckLine = z.strictObject({
  label: ShortText,
  expected: z.string().max(2_000),
  actual: z.string().max(2_000),
  outcome: CheckOutcome,
})
export type CheckLine = z.infer<typeof CheckLine>

/** The last result of one check of one case. */
export const CheckRecord = z.strictObject({
  caseId: Id,
  checkId: ShortText,
  at: InstantText,
  outcome: CheckOutcome,
  lines: z.array(CheckLine).max(60),
  findings: z.array(FindingRecord).max(60),
  identity: Identity.nullable(),
})
export type CheckRecord = z.infer<typeof CheckRecord>
