import { type ScenarioName, scenarios } from '../scenarios.ts'
import type { ReportDefinition } from './reports.ts'
import type { PracticeWorld } from './world.ts'

/** In what a scenario departs from an AWS in which everything goes well. */
export type Rules = {
  /** Bucket names, as a regular expression, that a stranger owns already. */
  readonly takenBuckets?: string
  /** An ARN that every new bucket already notifies of its objects; ACCOUNT and REGION are filled in. */
  readonly otherConsumer?: string
  /** Virtual hours until the first delivery; 24 without it. */
  readonly deliveryHours?: number
  /** What has befallen the bucket by the time of the first delivery. */
  readonly atDelivery?: 'policy-overwritten' | 'bucket-deleted'
  /** What somebody chose wrongly in the console when the report was set up. */
  readonly wrongChoice?: Partial<ReportDefinition>
  /** The region that somebody chose for report and bucket. */
  readonly wrongRegion?: string
  /** The profile logs in to another account than it says. */
  readonly wrongAccount?: true
  /** What the caller's account is in its organization, where it does not manage it. */
  readonly organization?: 'none' | 'member'
  /** Somebody made a CUR 2.0 data export. */
  readonly cur2?: true
  /** Lambda runtime named in the crawler files that this AWS generates. */
  readonly runtime?: string
  /** Lambda concurrency quota of every account. */
  readonly concurrency?: number
  /** An earlier stack left its Glue database behind. */
  readonly leftDatabase?: true
  /** Somebody stops the crawler's schedule after it was started. */
  readonly scheduleStops?: true
  /** The message with which every crawl fails. */
  readonly crawlFails?: string
  /** IAM actions that the caller lacks; `*` and `?` stand for any characters. */
  readonly denied?: readonly string[]
  readonly expired?: true
  /** Of every `of` calls of an action, the first `refused` are throttled. */
  readonly throttle?: { readonly refused: number; readonly of: number }
  /** Real milliseconds before each answer. */
  readonly delayMs?: number
  /** The connection breaks before the answer to every other writing call, after the call was carried out. */
  readonly loseAnswers?: true
  /** Downloads break off after that many bytes, or halfway. */
  readonly cutDownloads?: number | 'halfway'
}

/** What can be tuned in a scenario; each option sets the rule of its name. */
export type ScenarioOptions = Pick<Rules, 'denied' | 'delayMs' | 'cutDownloads'>

export type ActiveScenario = { readonly name: ScenarioName; readonly options: ScenarioOptions }

/** The rules that hold now. */
export function rulesOf(world: PracticeWorld): Rules {
  return { ...scenarios[world.scenario.name].rules, ...world.scenario.options }
}
