import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { Context } from '../context.ts'
import type { CaseRow, Page } from '../ports.ts'

type Selected = Pick<ParsedInputOf<'submission.export-many'>, 'cases' | 'query'>
type Query = NonNullable<Selected['query']>

/** Rows of one page of a view. */
const PAGE = 500

/** The cases of a view in the order of their numbers; without one all of them. */
export async function rowsOfView(context: Context, query: Query | undefined): Promise<readonly CaseRow[]> {
  const rows: CaseRow[] = []
  let after: string | null = null
  do {
    const page: Page<CaseRow> = await context.ports.store.cases({
      text: query?.text ?? '',
      states: query?.states ?? [],
      phase: query?.phase ?? null,
      owner: query?.owner ?? null,
      customerId: query?.customer ?? null,
      payerId: query?.payer ?? null,
      dueBefore: query?.dueBefore ?? null,
      order: 'number',
      limit: PAGE,
      after,
    })
    rows.push(...page.rows)
    after = page.after
  } while (after !== null)
  return rows
}

/** How the selected cases are named: one by one as they were, or those of the view. A case named twice is taken once. */
export async function selectedCases(context: Context, { cases, query }: Selected): Promise<readonly string[]> {
  if (cases !== undefined) return [...new Set(cases)]
  return (await rowsOfView(context, query)).map((row) => `C-${row.record.number}`)
}
