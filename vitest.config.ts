import { defineConfig } from 'vitest/config'

/** One project for each kind of test; `vitest run --project unit` runs one, a path runs one file. */
const kinds = {
  arch: { testTimeout: 20_000 },
  unit: {},
  contract: { testTimeout: 30_000 },
  integration: { testTimeout: 60_000, hookTimeout: 60_000 },
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
