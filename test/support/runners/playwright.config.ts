import { defineConfig } from '@playwright/test'

/** Runs the fixtures of test/integration/scripts/reporters.test.ts. */
export default defineConfig({ testDir: 'playwright', testMatch: '*.fixture.ts', retries: 1, workers: 1 })
