/** Figures of one thing that was measured several times, in milliseconds, or in what `unit` says. */
export interface Figure {
  readonly what: string
  readonly n: number
  readonly p50: number
  readonly p95: number
  readonly max: number
  readonly unit: 'ms' | 'MB' | 's'
  /** Most that p95 may be (PRODUCT.md), in the same unit; null where nothing was promised. */
  readonly budget: number | null
  /** What cannot be gone below, measured in the same run: its name and p95. The budget counts from it where `over` says so. */
  readonly floor: { readonly what: string; readonly p95: number; readonly over: boolean } | null
}

export interface Told {
  readonly budget?: number
  readonly unit?: Figure['unit']
  /** Times to the floor's p95 that the figure may be, in place of a budget in the unit. */
  readonly floor?: { readonly what: string; readonly p95: number }
  /** The budget is that much over the floor. */
  readonly over?: boolean
}

export function figure(what: string, samples: readonly number[], told: Told = {}): Figure {
  const sorted = samples.toSorted((a, b) => a - b)
  const { floor, over = false, unit = 'ms', budget = null } = told
  return {
    what,
    n: sorted.length,
    p50: at(sorted, 0.5),
    p95: at(sorted, 0.95),
    max: sorted.at(-1) ?? Number.NaN,
    unit,
    budget,
    floor: floor ? { ...floor, over } : null,
  }
}

/** The nearest rank: a figure that was really seen. */
function at(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** Whether the budget holds; null where there is none. */
export function holds({ p95, budget, floor }: Figure): boolean | null {
  if (budget === null) return null
  return p95 <= budget + (floor?.over ? floor.p95 : 0)
}

/** Times each run of the work. The first run warms up and does not count. */
export async function timed(times: number, work: (n: number) => unknown): Promise<readonly number[]> {
  await work(-1)
  const samples: number[] = []
  for (let n = 0; n < times; n += 1) {
    const since = performance.now()
    await work(n)
    samples.push(performance.now() - since)
  }
  return samples
}
