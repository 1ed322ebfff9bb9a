import { defineConfig } from 'vitest/config'

/** Limits are for tests that hang, never for slow machines. One project for each kind; `vitest run --project unit` runs one, a path runs one file. */
const kinds = {
  arch: { testTimeout: 60_000 },
  unit: { testTimeout: 60_000 },
  contract: { testTimeout: 60_000 },
  integration: { testTimeout: 180_000, hookTimeout: 180_000 },
}

export default defineConfig({
  test: {
    // Two at a time suits two cores. Processes, not threads: SQLite, signals and process.env are real in the tests.
    pool: 'forks',
    maxWorkers: 2,
    projects: Object.entries(kinds).map(([name, timeouts]) => ({
      extends: true as const,
      test: { ...timeouts, name, include: [`test/${name}/**/*.test.{ts,tsx}`], environment: 'node' },
    })),
  },
})
