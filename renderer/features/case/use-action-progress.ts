import { useEffect, useState } from 'react'
import type { ActionProgress } from '../../../shared/contract/operations/aws.ts'
import { client } from '../../client/index.ts'

/** Before the host has begun, it is asked again after so many milliseconds. */
const SOON = 100

/** What an action says while it runs; the lines of an earlier one are never shown. @param active whether it was sent */
export function useActionProgress(caseId: string, active: boolean): ActionProgress['lines'] {
  const [lines, setLines] = useState<ActionProgress['lines']>([])
  useEffect(() => {
    if (!active) return
    let stopped = false
    setLines([])
    const follow = async () => {
      let seen = 0
      while (!stopped) {
        const progress = await client.send('action.progress', { case: caseId, after: seen })
        if (stopped) return
        if (progress.running) {
          seen = progress.lines.length
          setLines(progress.lines)
        } else {
          if (seen > 0) return setLines(progress.lines)
          await new Promise((resolve) => setTimeout(resolve, SOON))
        }
      }
    }
    // Progress is beside the point: what became of the action is the answer to the action itself.
    follow().catch(() => {})
    return () => {
      stopped = true
    }
  }, [caseId, active])
  return lines
}
