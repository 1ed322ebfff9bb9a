import type { Migration } from './migration.ts'

/**
 * What the screen of all checks and the news of the watcher are read by: the newest results of one outcome, and the
 * activity that told of something, without going through everything that ever happened.
 */
export const migration060: Migration = {
  version: 60,
  name: 'looking',
  sql: `
CREATE INDEX checks_by_outcome ON checks (outcome, at);
CREATE INDEX activity_of_news ON activity (sequence) WHERE what = 'watch.told';
`,
}
