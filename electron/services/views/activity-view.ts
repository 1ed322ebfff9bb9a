import type { ActivityView } from '../../../shared/contract/views.ts'
import type { Procedure } from '../../../shared/domain/procedure/types.ts'
import type { Activity } from '../../../shared/domain/records/activity.ts'
import { activitySentence } from '../../../shared/text/activity.ts'
import { localText } from '../../../shared/text/times.ts'

/** An entry of the record, as a sentence. */
export function activityView(entry: Activity, procedure: Procedure | null, zone: string): ActivityView {
  const { sequence, at, who, what, caseId } = entry
  return { sequence, at, atText: localText(at, zone), who, what, sentence: activitySentence(entry, procedure), caseId }
}
