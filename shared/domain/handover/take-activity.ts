import type { NewActivity } from '../records/activity.ts'

/**
 * The entries of a handover that are not here yet, oldest first, about the records as they are called here.
 * @param ids IDs here by the IDs of the handover
 * @param ours what is on the record of them here
 */
export function missingActivity(
  theirs: readonly NewActivity[],
  ids: ReadonlyMap<string, string>,
  ours: readonly NewActivity[],
): readonly NewActivity[] {
  const here = (id: string | null) => (id === null ? null : (ids.get(id) ?? id))
  const known = new Map<string, number>()
  for (const entry of ours) known.set(keyOf(entry), (known.get(keyOf(entry)) ?? 0) + 1)
  return theirs
    .map((entry) => ({
      ...entry,
      caseId: here(entry.caseId),
      customerId: here(entry.customerId),
      payerId: here(entry.payerId),
    }))
    .filter((entry) => {
      const key = keyOf(entry)
      const count = known.get(key) ?? 0
      if (count > 0) known.set(key, count - 1)
      return count === 0
    })
}

function keyOf({ at, who, what, caseId, customerId, payerId, params }: NewActivity): string {
  return JSON.stringify([
    at,
    who,
    what,
    caseId,
    customerId,
    payerId,
    Object.entries(params).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ])
}
