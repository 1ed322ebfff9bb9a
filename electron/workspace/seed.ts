import type { Instant } from '../../shared/domain/instant.ts'
import type { Payer } from '../../shared/domain/records/payer.ts'
import { newSettings } from '../services/new-settings.ts'
import { OPERATORS } from '../services/synthetic/names.ts'
import { syntheticCase } from '../services/synthetic/workspace.ts'
import { openFilling } from '../store/filling.ts'

/** Cases written in one transaction: large enough for speed, small enough for memory. */
const CHUNK = 500

export interface SeedOptions {
  /** A folder without a workspace. */
  readonly folder: string
  readonly cases: number
  readonly now: Instant
  progress(done: number): void
}

/**
 * Fills a new workspace with invented customers for benchmarks: the same for the same number of cases and the same now.
 * It is a practice workspace, so that nobody takes it for a real one.
 */
export async function seedWorkspace(options: SeedOptions): Promise<void> {
  const { folder, now } = options
  const filling = await openFilling(folder, () => now)
  try {
    let last = 0
    const newId = () => `00000000-0000-7000-8000-${(++last).toString(16).padStart(12, '0')}`
    const profile = { company: 'Synthetic MSP', mspAccountId: '999988887777', operator: OPERATORS[0] }
    const first = newSettings(profile, 'practice', newId(), now)
    const settings = { ...first, operators: OPERATORS.map((name) => ({ name, email: '' })) }
    filling.add({ puts: [{ kind: 'settings', record: settings }], activity: [] })

    let before: Payer | null = null
    for (let number = 1; number <= options.cases; ) {
      const puts = []
      const activity = []
      for (const end = Math.min(number + CHUNK, options.cases + 1); number < end; number++) {
        const shared: Payer | null = number % 8 === 0 && before?.kind === 'shared' ? before : null
        const { change, payer } = syntheticCase(number, shared, { settings, now, newId })
        puts.push(...change.puts)
        activity.push(...change.activity)
        before = payer
      }
      filling.add({ puts, activity })
      options.progress(number - 1)
    }
    filling.finish()
  } finally {
    filling.close()
  }
}
