import { client } from '../client/index.ts'
import { useCaseList } from './case-list.ts'
import { go } from './location.ts'
import { caseHref } from './route.ts'
import { toast } from './toasts.ts'

/**
 * Goes to the case after or before this one in the list as it was last shown. A case that did not come from the list
 * has no neighbours: then it is where the list stands.
 */
export async function goToNeighbour(ref: string, by: 1 | -1): Promise<void> {
  const { rows, selected, total, filter, order, reverse } = useCaseList.getState()
  const place = [...rows].find(([, row]) => row.ref === ref)?.[0]
  const to = place === undefined ? selected : place + by
  if (to < 0 || (total !== null && to >= total)) return
  try {
    const row =
      rows.get(to) ?? (await client.send('case.list', { ...filter, order, reverse, limit: 1, skip: to })).rows[0]
    if (!row) return
    const known = new Map(useCaseList.getState().rows).set(to, row)
    useCaseList.setState({ rows: known, selected: to })
    go(caseHref(row.ref))
  } catch (thrown) {
    toast.failed(thrown)
  }
}
