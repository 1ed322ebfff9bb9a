import { z } from 'zod'
import { ShortText } from '../../domain/records/base.ts'
import { command, query } from '../operation.ts'

/** The ID under which a caller follows and cancels what it begins: any text of its own, such as a UUID. */
export const JobId = z.string().min(1).max(64)

/** Work of more than a second, as it stands. */
export const JobView = z.strictObject({
  id: JobId,
  kind: z.enum(['export', 'bundles', 'import', 'handover', 'verify', 'bulk']),
  state: z.enum(['running', 'cancelling', 'done', 'cancelled', 'failed']),
  /** Parts done, of so many; 0 of 0 before it is known. */
  done: z.int().min(0),
  total: z.int().min(0),
  title: ShortText,
})
export type JobView = z.infer<typeof JobView>

/**
 * An operation that takes a `job` answers when it is done, like every other; meanwhile these tell how far it is.
 * Change events of the topic `jobs` say when it is worth asking.
 */
export const jobOperations = {
  'job.state': query(z.strictObject({ job: JobId }), JobView),
  'job.list': query(z.strictObject({}), z.strictObject({ jobs: z.array(JobView) })),
  /** Asks a job to end where that leaves everything whole. The operation itself answers what was done until then. */
  'job.cancel': command(z.strictObject({ job: JobId }), JobView),
}
