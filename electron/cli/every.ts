/** All rows of a list that comes in pages. */
export async function every<T>(
  page: (after: string | null) => Promise<{ readonly rows: readonly T[]; readonly after: string | null }>,
): Promise<readonly T[]> {
  const rows: T[] = []
  let after: string | null = null
  do {
    const next: { readonly rows: readonly T[]; readonly after: string | null } = await page(after)
    rows.push(...next.rows)
    after = next.after
  } while (after !== null)
  return rows
}
