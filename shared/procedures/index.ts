import type { Procedure } from '../domain/procedure/types.ts'
import { mspCurExtraction } from './msp-cur-extraction.ts'

/** Every version of every procedure that a case may be pinned to. Old versions stay runnable. */
export const procedures: readonly Procedure[] = [mspCurExtraction]

/** The newest version of a procedure; null where there is none of that name. */
export function newestProcedure(id: string): Procedure | null {
  const versions = procedures.filter((p) => p.id === id)
  return versions.reduce<Procedure | null>((a, b) => (a && a.version > b.version ? a : b), null)
}

/** The very version a case is pinned to. */
export function pinnedProcedure(id: string, version: number): Procedure | null {
  return procedures.find((p) => p.id === id && p.version === version) ?? null
}
