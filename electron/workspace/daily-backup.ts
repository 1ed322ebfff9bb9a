import type { Refusal } from '../../shared/domain/refusal.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { refusalOf } from '../services/casebook-error.ts'
import type { Log } from '../services/ports.ts'
import type { Backups } from '../store/backup/backups.ts'

/** Milliseconds between two looks at whether a new day has begun. */
const LOOK = 10 * 60_000

export interface DailyBackup {
  /** Why the last one failed; null where it did not. */
  failure(): Refusal | null
  /** Looks no more, and resolves when the one that is being made is there. */
  close(): Promise<void>
}

/**
 * One backup at the start of each day the app is used, made in the background. One that fails is told, not thrown.
 * @param now whether to look at once; a workspace that was just made holds nothing yet
 */
export function keepDaily(backups: Backups, log: Log, now: boolean): DailyBackup {
  let failure: Refusal | null = null
  let running: Promise<void> = now ? look() : Promise.resolve()
  const timer = setInterval(() => {
    running = running.then(look)
  }, LOOK).unref()
  return {
    failure: () => failure,
    async close() {
      clearInterval(timer)
      await running
    },
  }

  async function look(): Promise<void> {
    try {
      const made = await backups.daily()
      if (made !== null) log.info('backup.made', { path: made.path, cases: made.manifest.cases })
      failure = null
    } catch (thrown) {
      failure = refusalOf(thrown) ?? refuse('workspace.failed', {})
      log.error('backup.failed', { code: failure.code, error: thrown })
    }
  }
}
