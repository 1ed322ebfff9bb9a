import type { ProcedureView, WaitHoursView } from '../../../shared/contract/operations/procedures.ts'
import type { Procedure, WaitDefinition } from '../../../shared/domain/procedure/types.ts'

/** A procedure as whoever chooses one reads it. */
export function procedureView({
  id,
  version,
  title,
  document,
  summary,
  who,
  phases,
  waits,
  intake,
}: Procedure): ProcedureView {
  return {
    id,
    version,
    title,
    document,
    summary,
    who,
    phases: phases.map((p) => p.title),
    phaseIds: phases.map((p) => p.id),
    waits: waits.map(waitHours),
    notOn: [...intake.notOn],
  }
}

/** A wait by its document, with the elapsed hours it gives. */
export function waitHours({ id, title, expectedHours, source }: WaitDefinition): WaitHoursView {
  return { id, title, hours: expectedHours, source }
}
