import { create } from 'zustand'
import { asOperationError, client } from '../client/index.ts'
import { createQueryStore } from './query-store.ts'
import { toast } from './toasts.ts'

/** The host's long work, of all windows. */
export const useJobs = createQueryStore(client, 'job.list')

/** Work that this window began and that has ended while nobody looked at it. */
export interface Ended {
  readonly job: string
  readonly title: string
  readonly outcome: 'done' | 'failed' | 'cancelled'
  /** Where its report is shown. */
  readonly href: string
}

interface Work {
  readonly ended: readonly Ended[]
  /** Addresses whose screen or dialog is open: who looks at the report needs no word about it. */
  readonly watched: readonly string[]
  watch(href: string): () => void
  dismiss(job: string): void
}

export const useWork = create<Work>()((set, get) => ({
  ended: [],
  watched: [],
  watch: (href) => {
    set({ watched: [...get().watched, href], ended: get().ended.filter((one) => one.href !== href) })
    return () => set({ watched: get().watched.toSpliced(get().watched.indexOf(href), 1) })
  },
  dismiss: (job) => set({ ended: get().ended.filter((one) => one.job !== job) }),
}))

/**
 * Runs long work under a job of its own, and leaves word of its end where nobody looks at it then.
 * Throws what the work throws.
 */
export async function runJob<T>(
  what: { readonly title: string; readonly href: string },
  begin: (job: string) => Promise<T>,
  isCancelled: (result: T) => boolean = () => false,
): Promise<T> {
  const job = crypto.randomUUID()
  const end = (outcome: Ended['outcome']) => {
    const { ended, watched } = useWork.getState()
    if (!watched.includes(what.href)) useWork.setState({ ended: [...ended, { job, ...what, outcome }] })
  }
  try {
    const result = await begin(job)
    end(isCancelled(result) ? 'cancelled' : 'done')
    return result
  } catch (thrown) {
    end(asOperationError(thrown).code === 'job.cancelled' ? 'cancelled' : 'failed')
    throw thrown
  }
}

/** Asks work to end where that leaves everything whole. Work that has ended meanwhile is no failure. */
export async function cancelJob(job: string): Promise<void> {
  try {
    await client.send('job.cancel', { job })
  } catch (thrown) {
    if (asOperationError(thrown).code !== 'job.unknown') toast.failed(thrown)
  }
}
