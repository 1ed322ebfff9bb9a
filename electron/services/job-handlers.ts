import type { JobView } from '../../shared/contract/operations/jobs.ts'
import { jobTitles } from '../../shared/text/jobs.ts'
import type { Context } from './context.ts'
import type { AppHandlers } from './handlers.ts'
import type { JobState } from './jobs.ts'

/** How far long work is, and ending it. */
export function jobHandlers({ jobs }: Context): Pick<AppHandlers, 'job.state' | 'job.list' | 'job.cancel'> {
  return {
    'job.state': async ({ job }) => view(jobs.state(job)),
    'job.list': async () => ({ jobs: jobs.list().map(view) }),
    'job.cancel': async ({ job }) => view(jobs.cancel(job)),
  }
}

function view(job: JobState): JobView {
  return { ...job, title: jobTitles[job.kind] }
}
