import { z } from 'zod'
import { Id, ShortText } from '../domain/records/base.ts'

/** A finding with its sentence, ready to read. */
export const FindingView = z.strictObject({
  level: z.enum(['error', 'warning', 'info']),
  code: ShortText,
  field: ShortText.nullable(),
  message: z.string().max(20_000),
  remedy: z.string().max(20_000),
  /** The other record that it is about; absent where it is about nothing else. */
  other: z.strictObject({ kind: z.enum(['customer', 'payer']), id: Id, name: z.string().max(500) }).optional(),
})
export type FindingView = z.infer<typeof FindingView>
