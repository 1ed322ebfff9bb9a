import type { AwsResult } from '../../../shared/domain/aws-fault.ts'
import type { Act } from '../../../shared/domain/case/act.ts'
import { factsOf } from '../../../shared/domain/case/facts-of.ts'
import { faultFinding } from '../../../shared/domain/checks/verdict.ts'
import type { Facts } from '../../../shared/domain/facts.ts'
import { type ReportProfile, reportFacts } from '../../../shared/domain/procedure/report-profile.ts'
import type { Case } from '../../../shared/domain/records/case-aggregate.ts'
import type { AwsSession } from '../aws-gateway.ts'
import { CasebookError } from '../casebook-error.ts'
import type { Context } from '../context.ts'

/** One action on one case: with whose keys, for which report, and where its requests are noted. */
export interface Run {
  readonly context: Context
  readonly c: Case
  readonly session: AwsSession
  readonly report: ReportProfile
  readonly act: Act
  readonly profile: string
  /** Says what is being done now, for whoever watches. */
  say(text: string): void
  /** Notes what AWS calls a request that changed something, for the record; also where a later one fails. */
  wrote(requestId: string | null): void
}

/** Facts of the case with the report that its procedure speaks of. */
export function runFacts(run: Run): Facts {
  return reportFacts(factsOf(run.c, run.act.settings), run.report)
}

/** What AWS gave, or its fault as a refusal. */
export function must<T>(result: AwsResult<T>, run: Run): T {
  if (result.ok) return result.value
  const { code, params } = faultFinding(result.fault, run.profile)
  throw new CasebookError({ refused: true, code, params })
}
