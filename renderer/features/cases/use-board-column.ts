import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { CaseRowView } from '../../../shared/contract/views.ts'
import type { CaseFilter } from '../../../shared/domain/records/case-filter.ts'
import { client } from '../../client/index.ts'
import { useCaseList } from '../../state/case-list.ts'
import { toast } from '../../state/toasts.ts'

const PAGE = 40

export interface BoardColumnCases {
  readonly rows: ReadonlyMap<number, CaseRowView>
  /** Null before the first answer. */
  readonly total: number | null
  /** Sees to it that these are here. */
  need(first: number, last: number): void
}

/** The cases of one column, fetched as they come into sight, and again whenever the list is. */
export function useBoardColumn(filter: CaseFilter): BoardColumnCases {
  const [rows, setRows] = useState<ReadonlyMap<number, CaseRowView>>(new Map())
  const [total, setTotal] = useState<number | null>(null)
  // The list is asked anew after every change; its new answer is the word that this one is old.
  const answer = useCaseList((s) => s.rows)
  const key = JSON.stringify(filter)
  const asked = useMemo((): CaseFilter => JSON.parse(key), [key])
  const question = useRef(0)
  const underWay = useRef(new Set<number>())

  const fetchPage = useCallback(
    async (page: number, isFirst: boolean) => {
      const mine = question.current
      if (underWay.current.has(page)) return
      underWay.current.add(page)
      try {
        const found = await client.send('case.list', { ...asked, order: 'due', limit: PAGE, skip: page * PAGE })
        if (mine !== question.current) return
        const fresh = found.rows.map((row, n) => [page * PAGE + n, row] as const)
        setRows((before) => new Map([...(isFirst ? [] : before), ...fresh]))
        setTotal(found.total)
      } catch (thrown) {
        if (mine === question.current) toast.failed(thrown)
      } finally {
        if (mine === question.current) underWay.current.delete(page)
      }
    },
    [asked],
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: the list's new answer asks this one again
  useEffect(() => {
    question.current += 1
    underWay.current = new Set()
    void fetchPage(0, true)
  }, [fetchPage, answer])

  const need = (first: number, last: number) => {
    if (total === null) return
    const end = Math.min(last, total - 1)
    for (let n = Math.max(0, first); n <= end; n += 1) {
      if (!rows.has(n)) void fetchPage(Math.floor(n / PAGE), false)
    }
  }
  return { rows, total, need }
}
