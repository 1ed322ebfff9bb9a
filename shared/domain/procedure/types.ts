import type { FactName } from '../facts.ts'
import type { Intake } from './intake.ts'
import type { ReportProfile } from './report-profile.ts'

/**
 * A procedure is data: phases, steps, values, gates and waits, taken from one source document.
 * The engine runs any of them; a new rule from Spot is a new line here, never a new `if` in a screen.
 */
export interface Procedure {
  readonly id: ProcedureId
  /** Cases are pinned to it. A change of steps or gates is a new version. */
  readonly version: number
  readonly title: string
  /** Number of the source document, `004`. */
  readonly document: string
  readonly summary: string
  /** Who does the steps, in one line for whoever chooses a procedure. */
  readonly who: string
  readonly intake: Intake
  /** The account whose console the steps are done in: the payer's, or the customer's management account. */
  readonly signIn: 'payer' | 'customer'
  /** The report that its steps and checks speak of. */
  readonly report: ReportProfile
  readonly phases: readonly Phase[]
  readonly waits: readonly WaitDefinition[]
}

export type ProcedureId =
  | 'msp-cur-extraction'
  | 'eco-connect'
  | 'cloud-analyzer-existing'
  | 'cloud-analyzer-first'
  | 'billing-engine'
  | 'offboarding'

export interface Phase {
  readonly id: string
  readonly title: string
  /** Where the document names the phase, where it does. */
  readonly source?: string
  readonly steps: readonly Step[]
}

export type StepKind = 'do' | 'enter' | 'collect' | 'attach' | 'check' | 'send' | 'wait' | 'decide'

export interface Step {
  readonly id: string
  /** Where the document says so: `004, step 1.4.2`. */
  readonly source: string
  readonly kind: StepKind
  /** Its name in an earlier version of the procedure, so that what was recorded of it goes on. */
  readonly formerly?: string
  /** Whose work it is: what is done for a payer serves every customer it pays for (DOMAIN, section 2). */
  readonly of: 'case' | 'payer'
  readonly title: string
  /** Why the step is there. */
  readonly why: string
  readonly instructions: readonly Instruction[]
  /** Facts whose exact values this step needs, in the order of use: shown as copy chips. */
  readonly values: readonly FactName[]
  /** Facts that have to be known before the step can be done; entered here. */
  readonly enters: readonly FactName[]
  readonly link: LinkName | null
  /** A message to write, with the case's own values. */
  readonly message: MessageName | null
  readonly traps: readonly TrapId[]
  readonly checks: readonly CheckId[]
  readonly action: ActionId | null
  readonly evidence: 'none' | 'optional' | 'required'
  /** All must hold before the step can be done. */
  readonly gate: readonly Condition[]
  /** What the step's action on AWS needs, where that is less than the console's walk; null: the gate. */
  readonly actionGate: readonly Condition[] | null
  /** Absent: the step always applies. */
  readonly when: Condition | null
  /** Steps of the customer's other procedures that it had better wait for. Advice: no gate. */
  readonly after: readonly Beside[]
  /** What settles the step without a hand: a submission that was sent, a file that was attached. */
  readonly settledBy: Condition | null
  /** What doing it sets off. */
  readonly effects: readonly Effect[]
}

/** A step of another procedure of the same customer, and why it had better be done first. */
export interface Beside {
  readonly procedure: ProcedureId
  readonly step: string
  readonly why: string
}

export interface Instruction {
  readonly source: string
  readonly text: string
  /** Absent: it is said in every branch that the step is in. */
  readonly when?: Condition
}

export type Effect = { readonly startWait: string } | { readonly meetWait: string }

/** A condition on what is known of a case. Gates, branches and automatic settling all speak this one language. */
export type Condition =
  | { readonly fact: FactName; readonly is: string | readonly string[] }
  | { readonly known: FactName }
  | { readonly step: string }
  | { readonly waitMet: string }
  | { readonly submission: 'exported' | 'sent' | 'answered' }
  | { readonly attached: 'crawler-file' }
  | { readonly passed: CheckId }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }

export interface WaitDefinition {
  readonly id: string
  readonly title: string
  /** Elapsed hours the document gives; a setting can change them. */
  readonly expectedHours: number
  /** Hours after the due time before it is time to chase. */
  readonly graceHours: number
  /** What starts it, as the sentence that explains the due time has it: “Report created”. */
  readonly anchor: string
  /** The document's promise: “AWS may take up to 24 h”. */
  readonly promise: string
  readonly source: string
  /** Who has to act for it to end. */
  readonly waitsOn: 'aws' | 'spot' | 'customer'
  /** What to do once it is due: “Look whether Spot has answered”. */
  readonly look: string
  /** What to do once it is overdue. */
  readonly chase: string
}

export const CHECK_IDS = [
  'account.payer',
  'bucket.ready',
  'report.definition',
  'report.delivered',
  'crawler-file.present',
  'lambda.concurrency',
  'crawler-stack.status',
  'crawler.schedule',
  'extractor-stack.status',
] as const
export type CheckId = (typeof CHECK_IDS)[number]

export const ACTION_IDS = [
  'bucket.create',
  'report.create',
  'crawler-file.download',
  'crawler-stack.create',
  'crawler-stack.delete',
  'crawler.schedule',
  'extractor-stack.create',
  'extractor-stack.delete',
] as const
export type ActionId = (typeof ACTION_IDS)[number]

export type LinkName =
  | 'create-report'
  | 'report-list'
  | 'crawler-file'
  | 'create-crawler-stack'
  | 'crawler'
  | 'spot-organization'
  | 'spot-link'
  | 'extractor-stacks'
  | 'spot-console'
  | 'billing-access'
  | 'stacks'
  | 'bucket'

/** Messages to Spot that a step asks for; the submission of 004 has a composer of its own. */
export type MessageName = 'support-managed' | 'ticket-cloud' | 'extraction-ended'

export type TrapId =
  | 'stack-name-with-spaces'
  | 'bucket-name-taken'
  | 'legacy-report-only'
  | 'billing-transfer'
  | 'root-means-payer'
  | 'region-of-bucket-and-stack'
  | 'console-shows-longer-prefix'
  | 'crawler-file-name'
  | 'stack-replaces-notifications'
  | 'concurrency-quota'
  | 'retired-runtime'
  | 'blank-account-list'
  | 'org-id-is-not-account-id'
  | 'hours-are-calendar-hours'
  | 'console-times-are-local'
  | 'dead-links'
  | 'durations-differ'
  | 'one-report-cannot-serve-both'
  | 'billing-access-activation'
  | 'role-of-the-management-account'
  | 'deletion-empties-notifications'
