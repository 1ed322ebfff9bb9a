import { useEffect, useState } from 'react'
import type { InputOf } from '../../../shared/contract/index.ts'
import { asOperationError, client, type OperationError } from '../../client/index.ts'
import type { IntakeView } from './open-case.ts'

interface Asked {
  /** The last answer; it stays while a newer one is fetched, so that nothing jumps. */
  readonly intake: IntakeView | null
  /** What of the answers cannot be read as it is typed. */
  readonly error: OperationError | null
}

/** Nobody has to wait for it, and the host is not asked for every letter. */
const PAUSE = 120

/** What the procedure asks, warns of and brings along, for a form as it stands. */
export function useIntake(input: InputOf<'procedure.intake'>): Asked {
  const [asked, setAsked] = useState<Asked>({ intake: null, error: null })
  const question = JSON.stringify(input)
  useEffect(() => {
    let isNewest = true
    const timer = setTimeout(async () => {
      try {
        const intake = await client.send('procedure.intake', JSON.parse(question))
        if (isNewest) setAsked({ intake, error: null })
      } catch (thrown) {
        if (isNewest) setAsked((before) => ({ ...before, error: asOperationError(thrown) }))
      }
    }, PAUSE)
    return () => {
      isNewest = false
      clearTimeout(timer)
    }
  }, [question])
  return asked
}
