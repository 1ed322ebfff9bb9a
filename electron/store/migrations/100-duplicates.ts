import type { Migration } from './migration.ts'

/**
 * What two customers or two payers must not have in common without being told: Spot Org IDs, of which a customer has
 * several, in a table of their own that triggers keep; buckets by an index.
 */
export const migration100: Migration = {
  version: 100,
  name: 'duplicates',
  sql: `
CREATE INDEX payers_by_bucket ON payers (bucket);

CREATE TABLE customer_orgs (org_id TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (org_id, number)) STRICT, WITHOUT ROWID;
INSERT INTO customer_orgs SELECT DISTINCT o.value, c.number FROM customers c, json_each(c.org_ids) o;
CREATE TRIGGER customers_at_spot_new AFTER INSERT ON customers WHEN new.org_ids <> '[]'
BEGIN INSERT INTO customer_orgs SELECT DISTINCT value, new.number FROM json_each(new.org_ids); END;
CREATE TRIGGER customers_at_spot AFTER UPDATE OF org_ids ON customers WHEN new.org_ids <> old.org_ids
BEGIN
  DELETE FROM customer_orgs WHERE number = old.number AND org_id IN (SELECT value FROM json_each(old.org_ids));
  INSERT INTO customer_orgs SELECT DISTINCT value, new.number FROM json_each(new.org_ids);
END;
CREATE TRIGGER customers_at_spot_gone AFTER DELETE ON customers WHEN old.org_ids <> '[]'
BEGIN DELETE FROM customer_orgs WHERE number = old.number AND org_id IN (SELECT value FROM json_each(old.org_ids)); END;
`,
}
