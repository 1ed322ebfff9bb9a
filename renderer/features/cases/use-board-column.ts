import { useCallback, useEffect, useRef, useState } from 'react'
import type { InputOf, OutputOf } from '../../../shared/contract/index.ts'
import type { CaseRowView } from '../../../shared/contract/views.ts'
import { client } from '../../client/index.ts'
import { toast } from '../../state/toasts.ts'

/** Cards of a column asked for at once. */
export const PAGE = 40

export type Column = OutputOf<'case.board'>['columns'][number]
type Part = Pick<InputOf<'case.list'>, 'phase' | 'states' | 'order'>

/** The column's cases are those of its phase; past the last phase, what is done, last done first. */
export function partOf(phase: string | null): Part {
  return phase === null ? { phase: null, states: ['done'], order: 'updated' } : { phase, order: 'due' }
}

interface BoardColumnCases {
  readonly rows: ReadonlyMap<number, CaseRowView>
  /** Sees to it that these are here. */
  need(first: number, last: number): void
}

/** The cases of one column: the first with the board, the others fetched as they come into sight. */
export function useBoardColumn({ rows: first, total, phase }: Column, filter: InputOf<'case.list'>): BoardColumnCases {
  const [further, setFurther] = useState<ReadonlyMap<number, CaseRowView>>(new Map())
  const underWay = useRef(new Set<number>())

  // A new answer for the board makes what was fetched after the one before old.
  useEffect(() => {
    underWay.current = new Set()
    setFurther(new Map(first.map((row, n) => [n, row])))
  }, [first])

  const fetchPage = useCallback(
    async (page: number) => {
      const mine = underWay.current
      if (mine.has(page)) return
      mine.add(page)
      try {
        const found = await client.send('case.list', { ...filter, ...partOf(phase), limit: PAGE, skip: page * PAGE })
        if (mine !== underWay.current) return
        setFurther((before) => new Map([...before, ...found.rows.map((row, n) => [page * PAGE + n, row] as const)]))
      } catch (thrown) {
        if (mine === underWay.current) toast.failed(thrown)
      } finally {
        mine.delete(page)
      }
    },
    [filter, phase],
  )

  const need = (from: number, to: number) => {
    const end = Math.min(to, total - 1)
    // The first page came with the board.
    for (let n = Math.max(first.length, from); n <= end; n += 1) {
      if (!further.has(n)) void fetchPage(Math.floor(n / PAGE))
    }
  }
  return { rows: further, need }
}
