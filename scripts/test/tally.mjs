import { readNote, writeNote } from '../lib/note.mjs'

/**
 * @typedef {{ passed: number, failed: number, skipped: { name: string, reason: string }[] }} Tally what a runner counted
 */

/** The environment variable that tells a reporter where to write its tally. */
export const tallyVariable = 'MSP_CASEBOOK_TALLY'

/** @param {Tally} tally */
export function writeTally(tally) {
  const path = process.env[tallyVariable]
  if (path !== undefined) writeNote(path, tally)
}

/**
 * What a runner's result counts for. A runner that failed without a failing test (it crashed, hung, or something
 * outside a test threw), or that found no test at all, counts as one failure.
 *
 * @param {string} path where the reporter wrote
 * @param {boolean} ok whether the runner was content
 * @returns {Tally}
 */
export function readTally(path, ok) {
  /** @type {Tally} */
  const tally = readNote(path) ?? { passed: 0, failed: 0, skipped: [] }
  const empty = tally.passed + tally.failed + tally.skipped.length === 0
  return empty || (!ok && tally.failed === 0) ? { ...tally, failed: tally.failed + 1 } : tally
}

/** @param {readonly Tally[]} tallies */
export function sumOf(tallies) {
  return {
    passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
    failed: tallies.reduce((sum, tally) => sum + tally.failed, 0),
    skipped: tallies.flatMap((tally) => tally.skipped),
  }
}
