import type { Migration } from './migration.ts'

/**
 * What cases are found by, in three indexes: `case_words` and `case_tags` know words by their beginnings, `case_parts`
 * knows names and the digits of IDs by any three characters in a row. Tags are apart because they change for many cases
 * at once, and indexing all words anew would cost ten times as much. Buckets are words only: nearly all of them begin
 * alike, and a part that long in every row costs more than the list may take (docs/technical/store.md).
 *
 * The view says what the text is, the table holds it, triggers keep all of it in step whoever writes;
 * a text that did not change is not indexed again.
 */
export const migration020: Migration = {
  version: 20,
  name: 'search',
  sql: `
CREATE VIEW case_texts_now AS
SELECT c.number AS number,
  concat_ws(char(10), 'C-' || c.number, cu.name, p.bucket, c.notes, cu.notes, cu.management_account_id, p.account_id,
    ${items('cu.org_ids')}) AS words,
  concat_ws(char(10), ${items('c.tags')}, ${items('cu.tags')}) AS tags,
  concat_ws(char(10), cu.name, cu.management_account_id,
    CASE WHEN p.account_id <> cu.management_account_id THEN p.account_id END, ${items('cu.org_ids')}) AS parts
FROM cases c JOIN customers cu ON cu.id = c.customer_id JOIN payers p ON p.id = c.payer_id;

CREATE TABLE case_texts (
  number INTEGER PRIMARY KEY, words TEXT NOT NULL, tags TEXT NOT NULL, parts TEXT NOT NULL
) STRICT;
${index('words', "prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'")}
${index('tags', "prefix = '1 2', tokenize = 'unicode61 remove_diacritics 2'")}
${index('parts', "tokenize = 'trigram remove_diacritics 1'")}
INSERT INTO case_texts SELECT * FROM case_texts_now;

CREATE TRIGGER cases_found_new AFTER INSERT ON cases
BEGIN INSERT INTO case_texts SELECT * FROM case_texts_now WHERE number = new.number; END;
CREATE TRIGGER cases_found AFTER UPDATE OF notes, tags, customer_id, payer_id ON cases
BEGIN ${refresh('number = new.number')} END;
CREATE TRIGGER customers_found AFTER UPDATE OF name, notes, tags, org_ids, management_account_id ON customers
BEGIN ${refresh('number IN (SELECT number FROM cases WHERE customer_id = new.id)')} END;
CREATE TRIGGER payers_found AFTER UPDATE OF bucket, account_id ON payers
BEGIN ${refresh('number IN (SELECT number FROM cases WHERE payer_id = new.id)')} END;
`,
}

/** The texts of a JSON list, a line each. */
function items(column: string): string {
  return `(SELECT group_concat(value, char(10)) FROM json_each(${column}))`
}

function refresh(which: string): string {
  return `UPDATE case_texts SET (words, tags, parts) =
    (SELECT words, tags, parts FROM case_texts_now n WHERE n.number = case_texts.number) WHERE ${which};`
}

/** A full-text index over one column of the texts, and what makes it follow. */
function index(column: string, options: string): string {
  const name = `case_${column}`
  return `
CREATE VIRTUAL TABLE ${name} USING fts5 (${column}, content = 'case_texts', content_rowid = 'number', columnsize = 0, ${options});
CREATE TRIGGER ${name}_new AFTER INSERT ON case_texts
BEGIN INSERT INTO ${name} (rowid, ${column}) VALUES (new.number, new.${column}); END;
CREATE TRIGGER ${name}_change AFTER UPDATE ON case_texts WHEN new.${column} <> old.${column}
BEGIN
  INSERT INTO ${name} (${name}, rowid, ${column}) VALUES ('delete', old.number, old.${column});
  INSERT INTO ${name} (rowid, ${column}) VALUES (new.number, new.${column});
END;`
}
