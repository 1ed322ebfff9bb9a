import { z } from 'zod'
import { Id, InstantText } from '../../domain/records/base.ts'
import { command, query } from '../operation.ts'

/** A change of somebody's, as it can be taken back or made again. */
export const ChangeView = z.strictObject({
  /** Place of its last activity entry, by which it is named. */
  sequence: z.int(),
  at: InstantText,
  atText: z.string(),
  who: z.string(),
  sentence: z.string(),
  /** Cases it touched. */
  cases: z.array(Id),
  /** The first of them, such as `C-42`; null where it touched none. */
  ref: z.string().nullable(),
  isUndone: z.boolean(),
  /** Why it cannot be taken back (or made again) now; null where it can. */
  refusal: z.strictObject({ code: z.string(), message: z.string(), remedy: z.string() }).nullable(),
})
export type ChangeView = z.infer<typeof ChangeView>

/** Taking back: the operator's own changes, of this session and of those before it; a certain one may be anybody's. */
export const undoOperations = {
  'undo.list': query(
    z.strictObject({ limit: z.int().min(1).max(100).optional(), whose: z.enum(['mine', 'everyone']).optional() }),
    z.strictObject({ toUndo: z.array(ChangeView), toRedo: z.array(ChangeView) }),
  ),
  'undo.last': command(z.strictObject({}), ChangeView),
  /** The change that an entry of the activity is of, and whether it can be taken back; null where none is kept. */
  'undo.preview': query(
    z.strictObject({ sequence: z.int().min(1) }),
    z.strictObject({ change: ChangeView.nullable() }),
  ),
  /** A certain one, by an entry of it, such as the one a message speaks of. */
  'undo.change': command(z.strictObject({ sequence: z.int().min(1) }), ChangeView),
  'undo.redo': command(z.strictObject({}), ChangeView),
}
