/** @import { FullConfig, Reporter, Suite, TestCase } from '@playwright/test/reporter' */
import { writeTally } from './tally.mjs'

/**
 * Counts what Playwright ran. A test that passed only when it was tried again counts as failed, and so does an error
 * outside every test.
 *
 * @implements {Reporter}
 */
export default class TallyReporter {
  /** @type {Suite | undefined} */
  #suite
  #errors = 0

  /**
   * @param {FullConfig} _config
   * @param {Suite} suite
   */
  onBegin(_config, suite) {
    this.#suite = suite
  }

  onError() {
    this.#errors += 1
  }

  onEnd() {
    const tests = this.#suite?.allTests() ?? []
    const passed = tests.filter((test) => test.outcome() === 'expected').length
    const skipped = tests
      .filter((test) => test.outcome() === 'skipped')
      .map((test) => ({ name: test.titlePath().filter(Boolean).join(' › '), reason: reasonOf(test) }))
    writeTally({ passed, failed: tests.length - passed - skipped.length + this.#errors, skipped })
  }

  /** The list reporter has the terminal. */
  printsToStdio() {
    return false
  }
}

/** @param {TestCase} test */
function reasonOf(test) {
  const annotation = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')
  return annotation?.description ?? 'no reason is given'
}
