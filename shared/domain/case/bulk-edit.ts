import type { CaseRecord } from '../records/case.ts'

/** What is the same for every case of an edit; what is absent stays as it is. */
export interface BulkEdit {
  readonly owner?: string | undefined
  readonly addTags?: readonly string[] | undefined
  readonly removeTags?: readonly string[] | undefined
}

/** The record as the edit leaves it; the very same one where the edit changes nothing. */
export function bulkEdited(record: CaseRecord, { owner, addTags = [], removeTags = [] }: BulkEdit): CaseRecord {
  const kept = record.tags.filter((tag) => !removeTags.includes(tag))
  const added = addTags.filter((tag) => !kept.includes(tag))
  const tags = kept.length === record.tags.length && added.length === 0 ? record.tags : [...kept, ...new Set(added)]
  const to = owner ?? record.owner
  return to === record.owner && tags === record.tags ? record : { ...record, owner: to, tags }
}
