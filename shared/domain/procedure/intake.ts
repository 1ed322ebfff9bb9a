import type { FactName } from '../facts.ts'
import type { PayerKind } from '../records/payer.ts'
import type { Condition } from './types.ts'

/** What opening a case asks and explains: prerequisites, notes and region paragraphs of the document. */
export interface Intake {
  readonly questions: readonly IntakeQuestion[]
  readonly explanations: readonly IntakeExplanation[]
  /** Kinds of payer on which the procedure cannot run at all. */
  readonly notOn: readonly PayerKind[]
  /** The document wants everything in us-east-1; `free`: the region is the user's own choice. */
  readonly region: 'us-east-1' | 'free'
}

/** A question whose answer is a fact. What is known of payer and customer answers it already. */
export interface IntakeQuestion {
  readonly fact: FactName
  readonly source: string
  readonly question: string
  /** Why it is asked: what hangs on the answer. */
  readonly why: string
  /** Without an answer the case is not opened. */
  readonly required: boolean
  /** Asked only where this holds; null: always. */
  readonly when: Condition | null
}

export interface IntakeExplanation {
  readonly source: string
  readonly title: string
  readonly text: string
}
