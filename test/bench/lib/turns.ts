const EVERY = 5

/**
 * How long others in the same process have to wait for their turn while the work goes on, in milliseconds: how much later
 * than asked for a timer came.
 */
export async function turnsWhile<T>(work: () => Promise<T>): Promise<{ readonly done: T; readonly waits: number[] }> {
  const waits: number[] = []
  let last = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    waits.push(Math.max(0, now - last - EVERY))
    last = now
  }, EVERY)
  try {
    return { done: await work(), waits }
  } finally {
    clearInterval(timer)
  }
}
