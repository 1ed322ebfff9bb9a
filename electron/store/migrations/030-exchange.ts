import type { Migration } from './migration.ts'

/**
 * What the exchange with Spot and with other people needs: message templates and remembered columns in the settings,
 * the written words of an attempt, its replies. Ticket, contact and replies are found like the words of the case;
 * Spot Support stands on most attempts, so only a sales representative is worth finding.
 */
export const migration030: Migration = {
  version: 30,
  name: 'exchange',
  sql: `
ALTER TABLE settings ADD COLUMN message_templates TEXT NOT NULL DEFAULT '{}' CHECK (json_type(message_templates) = 'object');
ALTER TABLE settings ADD COLUMN import_columns TEXT NOT NULL DEFAULT '{}' CHECK (json_type(import_columns) = 'object');
ALTER TABLE submissions ADD COLUMN written TEXT CHECK (json_type(written) = 'object');
ALTER TABLE submissions ADD COLUMN replies TEXT NOT NULL DEFAULT '[]' CHECK (json_type(replies) = 'array');

DROP VIEW case_texts_now;
CREATE VIEW case_texts_now AS
SELECT c.number AS number,
  concat_ws(char(10), 'C-' || c.number, cu.name, p.bucket, c.notes, cu.notes, cu.management_account_id, p.account_id,
    ${items('cu.org_ids')},
    (SELECT group_concat(nullif(${saidOf('s')}, ''), char(10) ORDER BY s.attempt) FROM submissions s WHERE s.case_id = c.id)) AS words,
  concat_ws(char(10), ${items('c.tags')}, ${items('cu.tags')}) AS tags,
  concat_ws(char(10), cu.name, cu.management_account_id,
    CASE WHEN p.account_id <> cu.management_account_id THEN p.account_id END, ${items('cu.org_ids')}) AS parts
FROM cases c JOIN customers cu ON cu.id = c.customer_id JOIN payers p ON p.id = c.payer_id;

${refresh('number IN (SELECT number FROM cases WHERE id IN (SELECT case_id FROM submissions))')}

CREATE TRIGGER submissions_found_new AFTER INSERT ON submissions WHEN ${saidOf('new')} <> ''
BEGIN ${refresh('number = (SELECT number FROM cases WHERE id = new.case_id)')} END;
CREATE TRIGGER submissions_found AFTER UPDATE OF ticket, replies, recipient ON submissions WHEN ${saidOf('new')} <> ${saidOf('old')}
BEGIN ${refresh('number = (SELECT number FROM cases WHERE id = new.case_id)')} END;
`,
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
  return `UPDATE case_texts SET (words, tags, parts) =
    (SELECT words, tags, parts FROM case_texts_now n WHERE n.number = case_texts.number) WHERE ${which};`
}
