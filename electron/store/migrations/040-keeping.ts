import type { Migration } from './migration.ts'

/**
 * What taking changes back and reminding need. `changes` holds, for each change set by the last activity entry of it,
 * the columns as they were (`back`); once it was taken back, those it had set (`again`)
 * and the activity entry that says so (`undone_at`). A number that a case ever had
 * is not given a second time. A case that goes leaves nothing behind in the search.
 */
export const migration040: Migration = {
  version: 40,
  name: 'keeping',
  sql: `
ALTER TABLE settings ADD COLUMN quiet_hours TEXT CHECK (json_type(quiet_hours) = 'object');

CREATE TABLE changes (
  sequence INTEGER PRIMARY KEY,
  first INTEGER NOT NULL CHECK (first BETWEEN 1 AND sequence),
  who TEXT NOT NULL,
  back TEXT NOT NULL CHECK (json_type(back) = 'array'),
  again TEXT CHECK (json_type(again) = 'array'),
  undone_at INTEGER,
  CHECK ((again IS NULL) = (undone_at IS NULL))
) STRICT;

CREATE TABLE last_case_number (
  singleton INTEGER PRIMARY KEY DEFAULT 1 CHECK (singleton = 1),
  number INTEGER NOT NULL
) STRICT;
INSERT INTO last_case_number (number) SELECT coalesce(max(number), 0) FROM cases;

CREATE TABLE reminders (
  wait_id TEXT NOT NULL,
  level TEXT NOT NULL,
  recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??.???Z'),
  PRIMARY KEY (wait_id, level)
) STRICT, WITHOUT ROWID;
CREATE TABLE snoozes (
  wait_id TEXT PRIMARY KEY,
  until TEXT NOT NULL CHECK (until GLOB '????-??-??T??:??:??.???Z')
) STRICT, WITHOUT ROWID;

CREATE TRIGGER cases_count_removed AFTER DELETE ON cases
BEGIN UPDATE last_case_number SET number = max(number, old.number); END;
CREATE TRIGGER cases_found_gone AFTER DELETE ON cases
BEGIN DELETE FROM case_texts WHERE number = old.number; END;
CREATE TRIGGER submissions_found_gone AFTER DELETE ON submissions
BEGIN
  UPDATE case_texts SET (words, tags, parts) =
    (SELECT words, tags, parts FROM case_texts_now n WHERE n.number = case_texts.number)
  WHERE number = (SELECT number FROM cases WHERE id = old.case_id);
END;
${gone('words')}
${gone('tags')}
${gone('parts')}
`,
}

/** Takes the text of a case that is gone out of its index. */
function gone(column: string): string {
  const name = `case_${column}`
  return `CREATE TRIGGER ${name}_gone AFTER DELETE ON case_texts
BEGIN INSERT INTO ${name} (${name}, rowid, ${column}) VALUES ('delete', old.number, old.${column}); END;`
}
