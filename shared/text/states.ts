import type { CaseState } from '../domain/records/case.ts'

/** What a case’s state is called. */
export const stateWords: Readonly<Record<CaseState, string>> = {
  open: 'Open',
  'on-hold': 'On hold',
  done: 'Done',
  abandoned: 'Abandoned',
}
