/** Runs one piece of work after another, in the order in which they came; what one gives or throws is its own. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>

/**
 * For work that looks before it writes: a number that is free, an account that nobody has. Two at once would both find
 * it so.
 */
export function createInTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = last.then(work)
    last = done.catch(() => {})
    return done
  }
}
