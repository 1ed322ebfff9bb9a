import type { Migration } from './migration.ts'

/**
 * The columns of the board: the cases of one phase as they fall due, and how many each phase has, from one index.
 * It goes without the last touch, so that an edit which moves no case leaves it alone.
 */
export const migration110: Migration = {
  version: 110,
  name: 'board',
  sql: `
CREATE INDEX cases_of_phase ON cases (procedure_id, phase, due_order, number, state, owner);
`,
}
