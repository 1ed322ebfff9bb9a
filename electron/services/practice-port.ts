import type { PracticeState } from '../../shared/contract/operations/practice.ts'

/** The practice AWS behind a practice workspace: its clock, its scenario, and the practice Spot. */
export interface Practice {
  state(): PracticeState
  advance(hours: number): Promise<void>
  /** Refuses an unknown name by returning false. */
  setScenario(name: string): boolean
  /** The link the practice Spot would answer a submission with. */
  spotLink(of: {
    readonly region: string
    readonly bucket: string
    readonly prefix: string
    readonly reportName: string
    readonly customerName: string
  }): string
}
