import { z } from 'zod'
import { isInstant } from '../instant.ts'

/** Identifiers for machines are UUIDv7 texts; the bound keeps hostile input small, the store keeps them unique. */
export const Id = z.string().min(1).max(64)
export type Id = z.infer<typeof Id>

export const InstantText = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .refine(isInstant)

/** Optimistic revision of an aggregate: 0 means “not there yet”, each committed change adds one. */
export const Revision = z.int().min(0)

export const ShortText = z.string().max(200)
export const LongText = z.string().max(20_000)
export const Tags = z.array(z.string().min(1).max(40)).max(50)

export const Contact = z.strictObject({
  name: ShortText,
  email: ShortText,
  role: ShortText,
})
export type Contact = z.infer<typeof Contact>
