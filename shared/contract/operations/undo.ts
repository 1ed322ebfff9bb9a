import { z } from 'zod'
import { Id, InstantText } from '../../domain/records/base.ts'
import { command, query } from '../operation.ts'

/** A change of somebody's, as it can be taken back or made again. */
export const ChangeView = z.strictObject({
  /** Place of its last activity entry, by which it is named. */
  sequence: z.int(),
  at: InstantText,
  who: z.string(),
  sentence: z.string(),
  /** Cases it touched. */
  cases: z.array(Id),
})
export type ChangeView = z.infer<typeof ChangeView>

/** Taking back: always the operator's own changes, of this session and of those before it. */
export const undoOperations = {
  'undo.list': query(
    z.strictObject({ limit: z.int().min(1).max(100).optional() }),
    z.strictObject({ toUndo: z.array(ChangeView), toRedo: z.array(ChangeView) }),
  ),
  'undo.last': command(z.strictObject({}), ChangeView),
  /** A certain one, such as the one a message speaks of. */
  'undo.change': command(z.strictObject({ sequence: z.int().min(1) }), ChangeView),
  'undo.redo': command(z.strictObject({}), ChangeView),
}
