import type { Procedure } from '../domain/procedure/types.ts'
import { billingEngine } from './billing-engine.ts'
import { cloudAnalyzerExisting } from './cloud-analyzer-existing.ts'
import { cloudAnalyzerFirst } from './cloud-analyzer-first.ts'
import { ecoConnect } from './eco-connect.ts'
import { mspCurExtraction } from './msp-cur-extraction.ts'
import { offboarding } from './offboarding.ts'

/** The procedures an app knows. A case is pinned to a version, so old versions stay in it and stay runnable. */
export interface Registry {
  readonly all: readonly Procedure[]
  /** The newest version of each procedure, in the order in which they are offered. */
  readonly newestOfEach: readonly Procedure[]
  /** The newest version of a procedure; null where there is none of that name. */
  newest(id: string): Procedure | null
  /** The very version a case is pinned to; null where it is not known. */
  pinned(id: string, version: number): Procedure | null
}

export function createRegistry(all: readonly Procedure[]): Registry {
  const newest = (id: string) =>
    all.filter((p) => p.id === id).reduce<Procedure | null>((a, b) => (a && a.version > b.version ? a : b), null)
  return {
    all,
    newestOfEach: [...new Set(all.map((p) => p.id))].flatMap((id) => newest(id) ?? []),
    newest,
    pinned: (id, version) => all.find((p) => p.id === id && p.version === version) ?? null,
  }
}

/** Every version of every procedure that a case may be pinned to. */
export const procedures: readonly Procedure[] = [
  mspCurExtraction,
  ecoConnect,
  cloudAnalyzerExisting,
  cloudAnalyzerFirst,
  billingEngine,
  offboarding,
]

export const registry = createRegistry(procedures)

/** The newest version of one of the app's own procedures; null where there is none of that name. */
export const newestProcedure = registry.newest
