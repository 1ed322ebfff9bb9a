/** @import { Reporter, TestModule } from 'vitest/node' */
import { writeTally } from './tally.mjs'

/**
 * Counts what vitest ran. A file that could not be loaded and an error outside every test count as a failure each.
 *
 * @implements {Reporter}
 */
export default class TallyReporter {
  /**
   * @param {readonly TestModule[]} modules
   * @param {readonly unknown[]} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const passed = tests.filter((test) => test.result().state === 'passed').length
    const skipped = tests.flatMap((test) => {
      const result = test.result()
      if (result.state !== 'skipped') return []
      return [
        { name: `${test.module.relativeModuleId} › ${test.fullName}`, reason: result.note ?? 'no reason is given' },
      ]
    })
    const unloaded = modules.filter((module) => module.errors().length > 0).length
    writeTally({ passed, failed: tests.length - passed - skipped.length + unloaded + unhandledErrors.length, skipped })
  }
}
