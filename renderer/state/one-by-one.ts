/** Runs what it is given one after the other, in the order of the first call; what waits already is not run twice. */
export type OneByOne = (work: readonly (() => Promise<unknown>)[]) => Promise<void>

/**
 * For what is fetched again because something changed: what somebody asks for meanwhile waits for one answer of the
 * host and not for all. None of it may reject.
 */
export function createOneByOne(): OneByOne {
  const waiting = new Set<() => Promise<unknown>>()
  let running: Promise<void> | null = null

  async function run(): Promise<void> {
    for (const next of waiting) {
      waiting.delete(next)
      await next()
    }
    running = null
  }

  return (work) => {
    for (const one of work) waiting.add(one)
    running ??= run()
    return running
  }
}
