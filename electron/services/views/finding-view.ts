import type { FindingView } from '../../../shared/contract/views.ts'
import type { Finding } from '../../../shared/domain/finding.ts'
import type { FindingRecord } from '../../../shared/domain/records/check.ts'
import { findingOf } from '../../../shared/domain/records/finding-record.ts'
import { sentence } from '../../../shared/text/messages/index.ts'

/** A finding with its sentence. */
export function findingView(f: Finding): FindingView {
  const view = { level: f.level, code: f.code, field: f.field ?? null, ...sentence(f.code, f.params) }
  return f.other === undefined ? view : { ...view, other: f.other }
}

/** Kept findings with their sentences. */
export function keptFindingViews(records: readonly FindingRecord[]): FindingView[] {
  return records.flatMap((r) => {
    const f = findingOf(r)
    return f ? [findingView(f)] : []
  })
}
