import { useRef, useState } from 'react'
import { asOperationError, type OperationError } from '../client/index.ts'

export interface Submit {
  /** Runs the command; answers whether it was done. A second call while one runs is passed over. */
  run(work: () => Promise<unknown>): Promise<boolean>
  readonly busy: boolean
  /** The last refusal, until the next run or `clear`. */
  readonly error: OperationError | null
  clear(): void
}

/** The state of a form's command: running, refused with a reason, or done. */
export function useSubmit(): Submit {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<OperationError | null>(null)
  const running = useRef(false)
  return {
    busy,
    error,
    clear: () => setError(null),
    run: async (work) => {
      if (running.current) return false
      running.current = true
      setBusy(true)
      setError(null)
      try {
        await work()
        return true
      } catch (thrown) {
        setError(asOperationError(thrown))
        return false
      } finally {
        running.current = false
        setBusy(false)
      }
    },
  }
}
