import { useEffect, useState } from 'react'
import { nowInstant, useSession } from './session.ts'

const HALF_A_MINUTE = 30_000

/** The workspace's now in milliseconds, kept fresh to half a minute: what is shown has no finer unit than minutes. */
export function useNow(): number {
  // A practice clock that is moved shows at once.
  useSession((s) => s.clock)
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), HALF_A_MINUTE)
    return () => clearInterval(timer)
  }, [])
  return Date.parse(nowInstant())
}
