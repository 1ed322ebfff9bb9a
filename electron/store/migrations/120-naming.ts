import type { Migration } from './migration.ts'

/** The MSP's own naming defaults. */
export const migration120: Migration = {
  version: 120,
  name: 'naming',
  sql: `
ALTER TABLE settings ADD COLUMN naming TEXT NOT NULL DEFAULT '{}' CHECK (json_type(naming) = 'object');
`,
}
