/** Numbers that look random and are the same for the same seed on any machine (mulberry32). */
export interface Random {
  /** A whole number from 0 up to, but not, `below`. */
  below(below: number): number
  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean
  pick<T>(from: readonly [T, ...T[]]): T
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    chance: (percent) => next() * 100 < percent,
    pick: (from) => from[below(from.length)] ?? from[0],
  }
}
