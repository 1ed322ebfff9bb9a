import type { Migration } from './migration.ts'

/**
 * What the list of cases is narrowed and ordered by beside what it was: procedure, last touch, tag, owner. Each order
 * has an index that holds every filter; a tag, of which a case has several, has a table of its own that triggers keep.
 * Changes that were made together are taken back together: `together` is the first of them.
 */
export const migration090: Migration = {
  version: 90,
  name: 'views',
  sql: `
ALTER TABLE settings ADD COLUMN saved_views TEXT NOT NULL DEFAULT '[]' CHECK (json_type(saved_views) = 'array');
ALTER TABLE changes ADD COLUMN together INTEGER;
CREATE INDEX changes_together ON changes (together, sequence) WHERE together IS NOT NULL;

DROP INDEX cases_by_due;
DROP INDEX cases_by_updated;
DROP INDEX cases_by_number;
DROP INDEX cases_by_customer;
DROP INDEX cases_of_payer;
CREATE INDEX cases_by_due ON cases (due_order, number, state, phase, owner, procedure_id, updated_at);
CREATE INDEX cases_by_updated ON cases (updated_at, number, state, phase, owner, procedure_id, due_order);
CREATE INDEX cases_by_number ON cases (number, state, phase, owner, procedure_id, due_order, updated_at);
CREATE INDEX cases_by_customer ON cases (customer_key, number, state, phase, owner, procedure_id, due_order, updated_at);
CREATE INDEX cases_by_owner ON cases (owner, number, state, phase, procedure_id, due_order, updated_at);
CREATE INDEX cases_of_payer ON cases (payer_id, number, state, phase, owner, procedure_id, due_order, updated_at, customer_key);

CREATE TABLE case_labels (tag TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (tag, number)) STRICT, WITHOUT ROWID;
INSERT INTO case_labels SELECT DISTINCT t.value, c.number FROM cases c, json_each(c.tags) t;
CREATE TRIGGER cases_labelled_new AFTER INSERT ON cases WHEN new.tags <> '[]'
BEGIN INSERT INTO case_labels SELECT DISTINCT value, new.number FROM json_each(new.tags); END;
CREATE TRIGGER cases_labelled AFTER UPDATE OF tags ON cases WHEN new.tags <> old.tags
BEGIN
  DELETE FROM case_labels WHERE number = old.number AND tag IN (SELECT value FROM json_each(old.tags));
  INSERT INTO case_labels SELECT DISTINCT value, new.number FROM json_each(new.tags);
END;
CREATE TRIGGER cases_labelled_gone AFTER DELETE ON cases WHEN old.tags <> '[]'
BEGIN DELETE FROM case_labels WHERE number = old.number AND tag IN (SELECT value FROM json_each(old.tags)); END;
`,
}
