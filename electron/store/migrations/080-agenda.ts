import type { Migration } from './migration.ts'

/**
 * What Today is read from, without touching a table. `waits_open` now tells a running wait from a paused one;
 * `waits_by_grace` says for each length of grace what is past it, so that nothing has to be computed a row;
 * `cases_at_hand` has the cases that are not over in the order of their last change.
 * The columns that are null in every row stand in the indexes so that no row has to be fetched to know it.
 */
export const migration080: Migration = {
  version: 80,
  name: 'agenda',
  sql: `
DROP INDEX waits_open;
CREATE INDEX waits_open ON waits (due_at, id, case_id, definition, paused, met_at, cancelled)
  WHERE met_at IS NULL AND cancelled IS NULL;
CREATE INDEX waits_by_grace ON waits (grace_hours, due_at, id, paused, met_at, cancelled)
  WHERE met_at IS NULL AND cancelled IS NULL AND paused IS NULL;
CREATE INDEX cases_at_hand ON cases (updated_at, number, due_order, next_kind, state, procedure_id, phase, owner)
  WHERE state IN ('open', 'on-hold');
CREATE INDEX snoozes_by_until ON snoozes (until, wait_id);
`,
}
