import { describe } from 'vitest'
import { activityConformance } from './case-store/activity.ts'
import { agendaConformance } from './case-store/agenda.ts'
import { commitConformance } from './case-store/commits.ts'
import { duplicateConformance } from './case-store/duplicates.ts'
import { listConformance } from './case-store/lists.ts'
import { lookingConformance } from './case-store/looking.ts'
import { pagingConformance } from './case-store/paging.ts'
import { recordConformance } from './case-store/records.ts'
import { reminderConformance } from './case-store/reminding.ts'
import { reportConformance } from './case-store/reports.ts'
import { searchConformance } from './case-store/search.ts'
import type { MakeStore } from './case-store/support.ts'
import { undoConformance } from './case-store/undoing.ts'
import { waitConformance } from './case-store/waits.ts'

/**
 * What any engine behind the CaseStore port has to do. It knows the port alone: another engine is added by running
 * this on it.
 * @param makeStore gives an empty store, and closes it when the test is over
 */
export function caseStoreConformance(makeStore: MakeStore): void {
  describe('records', () => recordConformance(makeStore))
  describe('commits', () => commitConformance(makeStore))
  describe('what records have in common', () => duplicateConformance(makeStore))
  describe('lists', () => listConformance(makeStore))
  describe('pages', () => pagingConformance(makeStore))
  describe('search', () => searchConformance(makeStore))
  describe('open waits', () => waitConformance(makeStore))
  describe('the agenda', () => agendaConformance(makeStore))
  describe('undoing', () => undoConformance(makeStore))
  describe('reminders', () => reminderConformance(makeStore))
  describe('what was looked at', () => lookingConformance(makeStore))
  describe('reports', () => reportConformance(makeStore))
  describe('activity', () => activityConformance(makeStore))
}
