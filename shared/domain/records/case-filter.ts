import { z } from 'zod'
import { Id, InstantText, ShortText } from './base.ts'
import { CaseState } from './case.ts'

/** What narrows the list of cases. Times are told from now, so that a view that is kept means the same tomorrow. */
export const CaseFilter = z.strictObject({
  text: ShortText.optional(),
  states: z.array(CaseState).max(4).optional(),
  procedure: ShortText.nullable().optional(),
  phase: ShortText.nullable().optional(),
  owner: ShortText.nullable().optional(),
  /** A tag of the case itself. */
  tag: ShortText.nullable().optional(),
  customer: ShortText.nullable().optional(),
  /** Record ID or 12-digit account. */
  payer: ShortText.nullable().optional(),
  /** Only cases whose first open wait is due before this instant. */
  dueBefore: InstantText.nullable().optional(),
  /** Only cases whose first open wait is due within so many hours; 0 is what is due by now. */
  dueWithinHours: z.number().min(0).max(10_000).nullable().optional(),
  /** Only cases that nobody has touched for so many days. */
  untouchedDays: z.int().min(1).max(3_650).nullable().optional(),
})
export type CaseFilter = z.infer<typeof CaseFilter>

/** Each order has an index of its own (electron/store/case-list.ts). */
export const CaseOrder = z.enum(['due', 'updated', 'number', 'customer', 'owner'])
export type CaseOrder = z.infer<typeof CaseOrder>

/** A filter that is kept under a name, for all operators of the workspace. */
export const SavedView = z.strictObject({
  id: Id,
  name: z.string().min(1).max(60),
  filter: CaseFilter,
  order: CaseOrder,
  reverse: z.boolean(),
  layout: z.enum(['list', 'board']),
})
export type SavedView = z.infer<typeof SavedView>
