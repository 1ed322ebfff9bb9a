import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { Case } from '../../../shared/domain/records/case-aggregate.ts'
import { queryOf } from '../case-query.ts'
import { type Context, numberIn } from '../context.ts'
import type { CaseRow, Page } from '../ports.ts'

type Selected = Pick<ParsedInputOf<'submission.export-many'>, 'cases' | 'query' | 'except'>
type Query = NonNullable<Selected['query']>

/** Rows of one page of a view. */
const PAGE = 500

/** How the selected cases are named: one by one as they were, or those of the view. A case named twice is taken once. */
export async function selectedCases(
  context: Context,
  { cases, query, except = [] }: Selected,
): Promise<readonly string[]> {
  if (cases !== undefined) return [...new Set(cases)]
  const references: string[] = []
  for await (const page of pagesOf(context, { query, except })) references.push(...page.map(referenceOf))
  return references
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

/**
 * Cases by their references, those that go by a number in one go. One that is not among them is to be asked for by itself,
 * and tells then why.
 */
export async function casesRead(context: Context, references: readonly string[]): Promise<ReadonlyMap<string, Case>> {
  const numbers = new Map(references.map((reference) => [reference, numberIn(reference)]))
  const asked = [...new Set(numbers.values())].filter((number) => number !== null)
  // One row that cannot be read would keep all others from being.
  const cases = await context.ports.store.casesByNumber(asked).catch(() => [])
  const byNumber = new Map(cases.map((c) => [c.record.number, c]))
  return new Map(
    [...numbers].flatMap(([reference, number]) => {
      const c = number === null ? undefined : byNumber.get(number)
      return c ? [[reference, c] as const] : []
    }),
  )
}

/** The cases by their references, in their order. Refuses one that is not there. */
export async function casesNamed(context: Context, references: readonly string[]): Promise<readonly Case[]> {
  const read = await casesRead(context, references)
  const cases: Case[] = []
  for (const reference of references) cases.push(read.get(reference) ?? (await context.case(reference)))
  return cases
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
