import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { queryOf } from '../case-query.ts'
import { type Context, numberIn } from '../context.ts'
import type { CaseRow, Page } from '../ports.ts'

type Selected = Pick<ParsedInputOf<'submission.export-many'>, 'cases' | 'query' | 'except'>
type Query = NonNullable<Selected['query']>

/** Rows of one page of a view. */
const PAGE = 500

/** The cases of a view in the order of their numbers; without one all of them. */
export async function rowsOfView(context: Context, query: Query | undefined): Promise<readonly CaseRow[]> {
  const rows: CaseRow[] = []
  for await (const page of pagesOfView(context, query)) rows.push(...page)
  return rows
}

/** How the selected cases are named: one by one as they were, or those of the view. A case named twice is taken once. */
export async function selectedCases(
  context: Context,
  { cases, query, except = [] }: Selected,
): Promise<readonly string[]> {
  if (cases !== undefined) return [...new Set(cases)]
  const out = new Set(except)
  return (await rowsOfView(context, query)).map(referenceOf).filter((reference) => !out.has(reference))
}

/** The selected cases, page after page, each as it is when it is asked for. Refuses a case that is not there. */
export async function* pagesOf(
  context: Context,
  { cases, query, except = [] }: Selected,
): AsyncGenerator<readonly CaseRow[]> {
  if (cases === undefined) {
    const out = new Set(except)
    for await (const page of pagesOfView(context, query)) yield page.filter((row) => !out.has(referenceOf(row)))
    return
  }
  const all = [...new Set(cases)]
  for (let n = 0; n < all.length; n += PAGE) {
    yield await rowsNamed(context, all.slice(n, n + PAGE))
  }
}

/** Those that go by their number are read in one go. */
async function rowsNamed(context: Context, references: readonly string[]): Promise<readonly CaseRow[]> {
  const numbers = references.flatMap((reference) => numberIn(reference) ?? [])
  const rows = await context.ports.store.caseRows(numbers)
  if (rows.length === references.length) return rows
  // One that is not there is refused by its name; records are also known by their ID.
  const found: CaseRow[] = []
  for (const reference of references) found.push(await context.row(reference))
  return found
}

/** How many cases are selected. */
export async function sizeOf(context: Context, { cases, query, except = [] }: Selected): Promise<number> {
  if (cases !== undefined) return new Set(cases).size
  const all = await context.ports.store.count(await queryOf(context, query ?? {}))
  return Math.max(0, all - new Set(except).size)
}

/** Between two pages others have their turn. */
async function* pagesOfView(context: Context, query: Query | undefined): AsyncGenerator<readonly CaseRow[]> {
  const asked = await queryOf(context, query ?? {})
  let after: string | null = null
  do {
    const page: Page<CaseRow> = await context.ports.store.cases({ ...asked, limit: PAGE, after })
    if (page.rows.length > 0) yield page.rows
    after = page.after
    await context.ports.turn?.()
  } while (after !== null)
}

function referenceOf({ record }: CaseRow): string {
  return `C-${record.number}`
}
