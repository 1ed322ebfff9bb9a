import type { Migration } from './migration.ts'

/** Orders whose index held the last touch of a case, each with the columns that it keeps. */
const ORDERS: Readonly<Record<string, string>> = {
  cases_by_due: 'due_order, number, state, phase, owner, procedure_id',
  cases_by_number: 'number, state, phase, owner, procedure_id, due_order',
  cases_by_customer: 'customer_key, number, state, phase, owner, procedure_id, due_order',
  cases_by_owner: 'owner, number, state, phase, procedure_id, due_order',
  cases_of_payer: 'payer_id, number, state, phase, owner, procedure_id, due_order, customer_key',
}

/**
 * What an edit of a case leaves alone. Each changes its last touch: only the index of those by their last touch holds it
 * now, from which a list that is narrowed by it is sorted. A tag is indexed as words once, however many cases have it:
 * `case_labels` holds the cases that have it themselves, `customer_labels` those whose customer has it, and `tag_names`
 * every tag there ever was. Views say what the labels are, triggers keep them in step whoever writes.
 */
export const migration130: Migration = {
  version: 130,
  name: 'labels',
  sql: `
DROP INDEX cases_by_updated;
CREATE INDEX cases_by_updated ON cases (updated_at, number, state, phase, owner, procedure_id, due_order, customer_key);
${Object.entries(ORDERS)
  .map(([name, columns]) => `DROP INDEX ${name};\nCREATE INDEX ${name} ON cases (${columns});`)
  .join('\n')}

${['case_tags_new', 'case_tags_change', 'case_tags_gone', 'cases_found', 'customers_found', 'payers_found']
  .map((name) => `DROP TRIGGER ${name};`)
  .join('\n')}
${['submissions_found_new', 'submissions_found', 'submissions_found_gone', 'cases_labelled_new', 'cases_labelled']
  .map((name) => `DROP TRIGGER ${name};`)
  .join('\n')}
DROP VIEW case_texts_now;
DROP TABLE case_tags;

CREATE VIEW case_texts_now AS
SELECT c.number AS number,
  concat_ws(char(10), 'C-' || c.number, cu.name, p.bucket, c.notes, cu.notes, cu.management_account_id, p.account_id,
    ${items('cu.org_ids')},
    (SELECT group_concat(nullif(${saidOf('s')}, ''), char(10) ORDER BY s.attempt) FROM submissions s WHERE s.case_id = c.id)) AS words,
  concat_ws(char(10), cu.name, cu.management_account_id,
    CASE WHEN p.account_id <> cu.management_account_id THEN p.account_id END, ${items('cu.org_ids')}) AS parts
FROM cases c JOIN customers cu ON cu.id = c.customer_id JOIN payers p ON p.id = c.payer_id;
ALTER TABLE case_texts DROP COLUMN tags;
CREATE TRIGGER cases_found AFTER UPDATE OF notes, customer_id, payer_id ON cases
BEGIN ${refresh('number = new.number')} END;
CREATE TRIGGER customers_found AFTER UPDATE OF name, notes, org_ids, management_account_id ON customers
BEGIN ${refresh('number IN (SELECT number FROM cases WHERE customer_id = new.id)')} END;
CREATE TRIGGER payers_found AFTER UPDATE OF bucket, account_id ON payers
BEGIN ${refresh('number IN (SELECT number FROM cases WHERE payer_id = new.id)')} END;
CREATE TRIGGER submissions_found_new AFTER INSERT ON submissions WHEN ${saidOf('new')} <> ''
BEGIN ${refresh('number = (SELECT number FROM cases WHERE id = new.case_id)')} END;
CREATE TRIGGER submissions_found AFTER UPDATE OF ticket, replies, recipient ON submissions WHEN ${saidOf('new')} <> ${saidOf('old')}
BEGIN ${refresh('number = (SELECT number FROM cases WHERE id = new.case_id)')} END;
CREATE TRIGGER submissions_found_gone AFTER DELETE ON submissions
BEGIN ${refresh('number = (SELECT number FROM cases WHERE id = old.case_id)')} END;

CREATE TABLE tag_names (id INTEGER PRIMARY KEY, tag TEXT NOT NULL UNIQUE) STRICT;
CREATE VIRTUAL TABLE tag_words USING fts5 (tag, content = 'tag_names', content_rowid = 'id', columnsize = 0,
  prefix = '1 2', tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER tag_words_new AFTER INSERT ON tag_names
BEGIN INSERT INTO tag_words (rowid, tag) VALUES (new.id, new.tag); END;
CREATE TABLE customer_labels (tag TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (tag, number)) STRICT, WITHOUT ROWID;
CREATE TRIGGER case_labels_named ${named('case_labels')}
CREATE TRIGGER customer_labels_named ${named('customer_labels')}

CREATE VIEW case_labels_now AS SELECT DISTINCT t.value AS tag, c.number AS number FROM cases c, json_each(c.tags) t;
CREATE VIEW customer_labels_now AS SELECT DISTINCT t.value AS tag, c.number AS number
FROM cases c JOIN customers cu ON cu.id = c.customer_id, json_each(cu.tags) t;
INSERT INTO tag_names (tag) SELECT DISTINCT tag FROM case_labels;
INSERT INTO customer_labels SELECT tag, number FROM customer_labels_now;

CREATE TRIGGER cases_labelled_new AFTER INSERT ON cases
BEGIN
  INSERT OR IGNORE INTO case_labels SELECT value, new.number FROM json_each(new.tags);
  ${ofCustomer('new')}
END;
CREATE TRIGGER cases_labelled AFTER UPDATE OF tags ON cases WHEN new.tags <> old.tags
BEGIN
  DELETE FROM case_labels WHERE number = old.number AND tag IN (SELECT value FROM json_each(old.tags));
  INSERT OR IGNORE INTO case_labels SELECT value, new.number FROM json_each(new.tags);
END;
CREATE TRIGGER cases_moved AFTER UPDATE OF customer_id ON cases WHEN new.customer_id <> old.customer_id
BEGIN
  ${notOfCustomer('old')}
  ${ofCustomer('new')}
END;
CREATE TRIGGER cases_moved_away AFTER DELETE ON cases
BEGIN ${notOfCustomer('old')} END;
CREATE TRIGGER customers_labelled AFTER UPDATE OF tags ON customers WHEN new.tags <> old.tags
BEGIN
  DELETE FROM customer_labels WHERE tag IN (SELECT value FROM json_each(old.tags))
    AND number IN (SELECT number FROM cases WHERE customer_id = old.id);
  INSERT OR IGNORE INTO customer_labels SELECT t.value, c.number FROM cases c, json_each(new.tags) t
    WHERE c.customer_id = new.id;
END;
`,
}

/** The tags of its customer, for a case. */
function ofCustomer(row: string): string {
  return `INSERT OR IGNORE INTO customer_labels SELECT t.value, ${row}.number FROM customers cu, json_each(cu.tags) t
    WHERE cu.id = ${row}.customer_id;`
}

function notOfCustomer(row: string): string {
  return `DELETE FROM customer_labels WHERE number = ${row}.number
    AND tag IN (SELECT t.value FROM customers cu, json_each(cu.tags) t WHERE cu.id = ${row}.customer_id);`
}

function named(labels: string): string {
  return `AFTER INSERT ON ${labels} WHEN NOT EXISTS (SELECT 1 FROM tag_names WHERE tag = new.tag)
BEGIN INSERT INTO tag_names (tag) VALUES (new.tag); END;`
}

/** What an attempt is found by, a line each; empty where there is nothing. */
function saidOf(row: string): string {
  return `concat_ws(char(10), nullif(${row}.ticket, ''),
    CASE WHEN ${row}.recipient ->> '$.kind' = 'sales' THEN concat_ws(' ', ${row}.recipient ->> '$.name', ${row}.recipient ->> '$.email') END,
    (SELECT group_concat(value ->> '$.text', char(10)) FROM json_each(${row}.replies)))`
}

/** The texts of a JSON list, a line each. */
function items(column: string): string {
  return `(SELECT group_concat(value, char(10)) FROM json_each(${column}))`
}

function refresh(which: string): string {
  return `UPDATE case_texts SET (words, parts) =
    (SELECT words, parts FROM case_texts_now n WHERE n.number = case_texts.number) WHERE ${which};`
}
