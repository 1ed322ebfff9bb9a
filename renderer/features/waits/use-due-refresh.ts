import { useEffect } from 'react'
import type { WaitView } from '../../../shared/contract/views.ts'
import { nowInstant, useSession } from '../../state/session.ts'

/** The longest a timer can be set for. */
const LONGEST = 2_000_000_000

/** Fetches again at the moment the next of these waits becomes due or overdue: states are the host's to tell. */
export function useDueRefresh(waits: readonly WaitView[], refresh: () => void): void {
  const clock = useSession((s) => s.clock)
  const instants = waits.flatMap((w) => (w.remainingMs === null ? [] : [w.dueAt, w.overdueAt])).join(' ')
  useEffect(() => {
    if (clock === null || instants === '') return
    const now = Date.parse(nowInstant())
    const ahead = instants.split(' ').map((i) => Date.parse(i) - now)
    const next = Math.min(...ahead.filter((ms) => ms > 0))
    if (!Number.isFinite(next)) return
    const timer = setTimeout(refresh, Math.min(next + 500, LONGEST))
    return () => clearTimeout(timer)
  }, [clock, instants, refresh])
}
