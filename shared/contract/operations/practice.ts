import { z } from 'zod'
import { InstantText, ShortText } from '../../domain/records/base.ts'
import { command, query } from '../operation.ts'

export const PracticeState = z.strictObject({
  now: InstantText,
  endpoint: ShortText,
  scenario: ShortText,
  scenarios: z.array(z.strictObject({ name: ShortText, title: ShortText, shows: z.string(), says: z.string() })),
})
export type PracticeState = z.infer<typeof PracticeState>

const CaseOnly = z.strictObject({ case: z.string().max(64) })

/** Only a practice workspace answers these; a real one refuses with `practice.only`. */
export const practiceOperations = {
  'practice.state': query(z.strictObject({}), PracticeState),
  /** Moves the practice clock forward: 24 h pass in a click. */
  'practice.advance': command(
    z.strictObject({
      hours: z
        .number()
        .positive()
        .max(24 * 60),
    }),
    PracticeState,
  ),
  'practice.scenario': command(z.strictObject({ name: ShortText }), PracticeState),
  /** The practice Spot's answer to the case's sent submission; refused before its 72 practice hours have passed. */
  'practice.spot-answer': query(CaseOnly, z.strictObject({ link: z.string() })),
}
