import { defineConfig } from 'vitest/config'

/** The tests that the mutations of `shared/domain` are run against: those of the domain alone, which take no disk, clock or network. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/unit/shared/**/*.test.ts'],
    // It reads the domain's text, which is not what it was while it is being changed.
    exclude: ['test/unit/shared/text/activity.test.ts'],
    environment: 'node',
    isolate: false,
    // Each change runs these again, so chance is asked less often than in `npm test`.
    env: { FUZZ_RUNS: '25' },
    testTimeout: 60_000,
  },
})
