import { z } from 'zod'
import { Id, InstantText } from './base.ts'

/** A wait that was put off: nobody is reminded of it before this instant, and once more after it. */
export const Snooze = z.strictObject({ waitId: Id, until: InstantText })
export type Snooze = z.infer<typeof Snooze>
