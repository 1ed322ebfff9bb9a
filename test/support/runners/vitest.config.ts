import { defineConfig } from 'vitest/config'

/** Runs the fixtures of test/integration/scripts/reporters.test.ts. */
export default defineConfig({ test: { include: ['*.fixture.ts'] } })
