import { z } from 'zod'
import { InstantText, ShortText } from '../../domain/records/base.ts'
import { command, query } from '../operation.ts'

export const WorkspaceStatus = z.strictObject({
  /** `ready`, `empty` (no MSP profile yet: first run) or `failed` (the store could not be opened). */
  state: z.enum(['ready', 'empty', 'failed']),
  kind: z.enum(['real', 'practice']),
  folder: z.string(),
  error: z.strictObject({ code: ShortText, message: z.string(), remedy: z.string() }).nullable(),
})

export const HostStatus = z.strictObject({
  version: ShortText,
  host: z.enum(['electron', 'headless', 'cli']),
  workspace: WorkspaceStatus,
  /** Now, as this workspace's clock has it, and the zone times are read in. */
  now: InstantText,
  zone: ShortText,
  company: ShortText.nullable(),
  operator: ShortText.nullable(),
})
export type HostStatus = z.infer<typeof HostStatus>

/** Operations that answer whatever state the store is in. */
export const hostOperations = {
  'host.status': query(z.strictObject({}), HostStatus),
  /** Leave this workspace for the practice one beside it, or come back. */
  'host.switch': command(z.strictObject({ kind: z.enum(['real', 'practice']) }), HostStatus),
}
