import { refuse } from '../../shared/domain/refusal.ts'
import { CasebookError } from './casebook-error.ts'

export type JobKind = 'export' | 'bundles' | 'import' | 'handover' | 'verify' | 'bulk'

export interface JobState {
  readonly id: string
  readonly kind: JobKind
  readonly state: 'running' | 'cancelling' | 'done' | 'cancelled' | 'failed'
  /** Parts done, of so many; 0 of 0 before it is known. */
  readonly done: number
  readonly total: number
}

/** What the work of a job may ask and say while it goes on. */
export interface JobControl {
  /** Whether somebody asked it to end. It ends where that leaves everything whole. */
  isCancelled(): boolean
  /** Says how far it is, and lets others have their turn: a cancel among them. */
  progress(done: number, total: number): Promise<void>
}

/** Work of more than a second: it says how far it is and can be cancelled. Its result is the answer of the operation that began it. */
export interface Jobs {
  /** Runs the work under an ID that the caller chose. Throws `job.running` where that one is in use. */
  run<T>(id: string, kind: JobKind, work: (job: JobControl) => Promise<T>): Promise<T>
  /** Throws `job.unknown`. */
  state(id: string): JobState
  list(): readonly JobState[]
  cancel(id: string): JobState
  cancelAll(): void
}

/** Ended jobs that are still known by their ID. */
const REMEMBERED = 50

/**
 * @param turn resolves once everything that waits has had its turn
 * @param changed told of every change worth showing
 */
export function createJobs(turn: () => Promise<void>, changed: (id: string) => void): Jobs {
  const jobs = new Map<string, JobState>()

  return {
    async run(id, kind, work) {
      const there = jobs.get(id)
      if (there && isRunning(there)) throw new CasebookError(refuse('job.running', { job: id }, 'job'))
      jobs.delete(id)
      set({ id, kind, state: 'running', done: 0, total: 0 })
      const isCancelled = () => jobs.get(id)?.state === 'cancelling'
      try {
        const result = await work({ isCancelled, progress: (done, total) => progress(id, done, total) })
        set({ ...found(id), state: isCancelled() ? 'cancelled' : 'done' })
        return result
      } catch (thrown) {
        set({ ...found(id), state: isCancelled() ? 'cancelled' : 'failed' })
        throw thrown
      } finally {
        forgetOld()
      }
    },
    state: found,
    list: () => [...jobs.values()],
    cancel(id) {
      const job = found(id)
      if (job.state === 'running') set({ ...job, state: 'cancelling' })
      return found(id)
    },
    cancelAll() {
      for (const job of [...jobs.values()]) if (job.state === 'running') set({ ...job, state: 'cancelling' })
    },
  }

  async function progress(id: string, done: number, total: number): Promise<void> {
    const before = found(id)
    const step = Math.max(1, Math.floor(total / 200))
    jobs.set(id, { ...before, done, total })
    if (total !== before.total || Math.floor(done / step) !== Math.floor(before.done / step)) changed(id)
    await turn()
  }

  function set(job: JobState): void {
    jobs.set(job.id, job)
    changed(job.id)
  }

  function found(id: string): JobState {
    const job = jobs.get(id)
    if (!job) throw new CasebookError(refuse('job.unknown', { job: id }, 'job'))
    return job
  }

  /** Oldest first; one that runs is never forgotten. */
  function forgetOld(): void {
    const ended = [...jobs.values()].filter((job) => !isRunning(job))
    for (const job of ended.slice(0, Math.max(0, ended.length - REMEMBERED))) jobs.delete(job.id)
  }
}

function isRunning(job: JobState): boolean {
  return job.state === 'running' || job.state === 'cancelling'
}
