import { z } from 'zod'

/** Where a file is written: a folder and a name that is free in it. */
export const Target = z.strictObject({ folder: z.string().max(4_000), name: z.string().min(1).max(255) })

/** A file that was made: written where that was asked for, else its bytes for a browser to save. */
export const MadeFile = z.strictObject({
  name: z.string(),
  mediaType: z.string(),
  /** Cases, customers or waits in it. */
  count: z.int(),
  path: z.string().nullable(),
  base64: z.string().nullable(),
})
