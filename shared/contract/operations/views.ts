import { z } from 'zod'
import { Id, ShortText } from '../../domain/records/base.ts'
import { CaseFilter, SavedView } from '../../domain/records/case-filter.ts'
import { command, query } from '../operation.ts'

/** A kept view with the number of cases that it shows now. */
export const ViewWithCount = SavedView.extend({ total: z.int() })
export type ViewWithCount = z.infer<typeof ViewWithCount>

const Kept = z.strictObject({
  view: Id,
  /** Names the change to `undo.change`; null where nothing was changed. */
  sequence: z.int().nullable(),
})

/** Views of the case list, kept in the workspace for all of its operators. */
export const viewOperations = {
  'view.list': query(z.strictObject({}), z.strictObject({ views: z.array(ViewWithCount) })),
  /** Keeps a view; one of that ID is replaced, its name included. */
  'view.save': command(
    z.strictObject({
      view: Id.optional(),
      name: z.string().max(200),
      filter: CaseFilter,
      order: SavedView.shape.order,
      reverse: z.boolean(),
      layout: SavedView.shape.layout,
    }),
    Kept,
  ),
  'view.remove': command(z.strictObject({ view: Id }), Kept),
  /** The tags that cases have: what a filter can ask for. */
  'tag.list': query(z.strictObject({}), z.strictObject({ tags: z.array(ShortText) })),
}
