import { create } from 'zustand'
import type { ActivityKind } from '../../shared/domain/records/activity-kind.ts'

/** What of a case's timeline is shown; empty texts ask for everything. */
export interface TimelineFilter {
  readonly kind: ActivityKind | ''
  readonly who: string
  readonly text: string
  /** A day on the wall clock: `2026-11-21`. */
  readonly since: string
}

export const WHOLE_TIMELINE: TimelineFilter = { kind: '', who: '', text: '', since: '' }

interface Kept {
  readonly caseId: string | null
  readonly filter: TimelineFilter
  of(caseId: string): TimelineFilter
  set(caseId: string, change: Partial<TimelineFilter>): void
}

/** Stays while one goes from section to section of a case, and is gone with the next case. */
export const useTimelineFilter = create<Kept>()((set, get) => ({
  caseId: null,
  filter: WHOLE_TIMELINE,
  of: (caseId) => (get().caseId === caseId ? get().filter : WHOLE_TIMELINE),
  set: (caseId, change) => set({ caseId, filter: { ...get().of(caseId), ...change } }),
}))
