/**
 * The nearest-rank percentile: the smallest of the values that at least `p` per cent of them do not exceed. It is always
 * a value that occurred, never one between two. Null where there are none.
 * @param p above 0, at most 100
 */
export function percentile(values: readonly number[], p: number): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(1, Math.ceil((p / 100) * sorted.length)) - 1] ?? null
}
