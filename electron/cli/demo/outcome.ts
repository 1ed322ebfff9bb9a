import { Refused } from '../command.ts'

/** What became of a customer, for the table at the end. */
export interface Outcome {
  readonly customer: string
  readonly case: string
  readonly state: string
  readonly bundles: readonly string[]
  readonly problem: string
}

/** What was refused on the way, as a sentence; null where all went well. Anything unforeseen is not caught. */
export async function attempt(work: () => Promise<void>): Promise<string | null> {
  try {
    await work()
    return null
  } catch (thrown) {
    if (thrown instanceof Refused) return `${thrown.error.code}: ${thrown.error.message}`
    throw thrown
  }
}
