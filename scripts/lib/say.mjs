/**
 * Tells the user how things stand, on stderr: stdout belongs to `casebook --json` and stays clean.
 *
 * @param {string} sentence
 */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`)
}

/**
 * How long something took, for people.
 *
 * @param {number} since an instant of performance.now(), in milliseconds
 */
export function took(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`
}

/** A refusal to go on, with its sentence; the scripts print it without a stack. */
export class Stop extends Error {}

/**
 * Runs a script's main function; a Stop becomes its sentence and exit 1.
 *
 * @param {() => Promise<unknown>} main
 */
export async function asScript(main) {
  try {
    await main()
  } catch (error) {
    say(error instanceof Stop ? error.message : String(error instanceof Error ? error.stack : error))
    process.exitCode = 1
  }
}
