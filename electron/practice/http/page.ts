import type { AwsFault } from './fault.ts'

/** A page of a list: those from the token on, and the token of the next page. */
export function page<T>(
  items: readonly T[],
  token: string | undefined,
  size: number,
  invalid: () => AwsFault,
): { items: T[]; next?: string } {
  const from = token === undefined ? 0 : Number(/^practice-page-(\d{1,7})$/.exec(token)?.[1] ?? Number.NaN)
  if (Number.isNaN(from)) throw invalid()
  const end = from + size
  return { items: items.slice(from, end), ...(end < items.length && { next: `practice-page-${end}` }) }
}
