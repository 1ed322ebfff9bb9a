import { z } from 'zod'
import { ShortText } from '../domain/records/base.ts'

/** A finding with its sentence, ready to read. */
export const FindingView = z.strictObject({
  level: z.enum(['error', 'warning', 'info']),
  code: ShortText,
  field: ShortText.nullable(),
  message: z.string().max(20_000),
  remedy: z.string().max(20_000),
})
export type FindingView = z.infer<typeof FindingView>
