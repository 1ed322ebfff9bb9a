import type { Act } from '../domain/case/act.ts'
import type { Reusable, Verified } from '../domain/case/reuse.ts'
import { localText } from './times.ts'

/** Evidence of a step taken over from another case: where it was done, and how it was verified anew. */
export function reuseEvidence(reusable: Reusable, verified: Verified, act: Act): string {
  const done = `Done in ${reusable.case} by ${reusable.by} on ${localText(reusable.at, act.zone)}`
  const when = `verified anew on ${localText(act.at, act.zone)}`
  return verified.by === 'check'
    ? `${done}; ${when} by check, as account ${verified.account}.`
    : `${done}; ${when} by hand: ${verified.seen.trim()}`
}
