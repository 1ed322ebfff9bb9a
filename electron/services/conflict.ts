import { type ConflictValue, conflictValues } from '../../shared/domain/conflict.ts'
import type { AggregateKind, ChangeSet } from '../../shared/domain/records/change-set.ts'
import { type Refusal, refuse } from '../../shared/domain/refusal.ts'
import { CasebookError, refusalOf } from './casebook-error.ts'
import type { CaseStore } from './ports.ts'

interface Conflict {
  readonly kind: AggregateKind
  readonly id: string
  readonly expected: number
  readonly actual: number
}

/** A conflict of revisions with both values, and with who made the other change and when. */
export async function conflictOf(
  store: CaseStore,
  conflict: Conflict,
  values: readonly ConflictValue[],
): Promise<Refusal> {
  const { kind, id } = conflict
  const of = (wanted: AggregateKind) => (kind === wanted ? id : null)
  const query = { caseId: of('case'), customerId: of('customer'), payerId: of('payer'), before: null, limit: 1 }
  const [last] = kind === 'settings' ? [] : await store.activity(query)
  return refuse('conflict.revision', { ...conflict, values, ...(last ? { by: last.who, at: last.at } : {}) })
}

/** Commits; where somebody was faster, the refusal carries what they made of what this change sets. */
export async function commitOrTell(store: CaseStore, change: ChangeSet): Promise<{ readonly sequence: number }> {
  try {
    return await store.commit(change)
  } catch (thrown) {
    const refusal = refusalOf(thrown)
    if (refusal?.code !== 'conflict.revision') throw thrown
    const conflict = refusal.params as unknown as Conflict
    const yours = change.puts.find(
      (put) =>
        put.kind === conflict.kind &&
        (put.kind === 'settings' || ('id' in put.record && put.record.id === conflict.id)),
    )
    const theirs = await present(store, conflict)
    const values = yours && theirs ? conflictValues({ ...yours.record }, { ...theirs }) : []
    throw new CasebookError(await conflictOf(store, conflict, values), { cause: thrown })
  }
}

async function present(store: CaseStore, { kind, id }: Conflict): Promise<object | null> {
  switch (kind) {
    case 'settings':
      return store.settings()
    case 'customer':
      return store.customer(id)
    case 'payer':
      return store.payer(id)
    case 'case':
      return (await store.case(id))?.record ?? null
  }
}
