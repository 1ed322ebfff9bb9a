import { z } from 'zod'
import { CaseView } from './views.ts'

/** The case as a command left it, and the name of that change: who made it can take back exactly this one. */
export const CaseChanged = CaseView.extend({
  /** Names the change to `undo.change`; null where nothing was other than it should be. */
  sequence: z.int().nullable(),
})
