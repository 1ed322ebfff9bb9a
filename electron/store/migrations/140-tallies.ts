import type { Migration } from './migration.ts'

/** How many rows of a table there are of each kind: a small table that triggers keep in step whoever writes. */
interface Tally {
  readonly name: string
  readonly of: string
  /** What makes a kind: a column of the tally with its type, and what it is of a row. */
  readonly columns: Readonly<Record<string, readonly [type: string, of: (row: string) => string]>>
  /** Columns of the table that its kind is told from. */
  readonly told: string
  /** Which rows are counted; never null. */
  readonly which?: (row: string) => string
}

/** The ten minutes in which an instant lies: fine enough that the rest is counted at once, coarse enough to be few. */
const stretch = (instant: string) => `substr(${instant}, 1, 15)`

const isDoable = (row: string) => `coalesce(${row}.next_kind, 'wait') <> 'wait'`

const TALLIES: readonly Tally[] = [
  {
    name: 'case_tally',
    of: 'cases',
    columns: {
      procedure_id: ['TEXT', (row) => `${row}.procedure_id`],
      phase: ['TEXT', (row) => `coalesce(${row}.phase, '')`],
      state: ['TEXT', (row) => `${row}.state`],
      owner: ['TEXT', (row) => `${row}.owner`],
    },
    told: 'procedure_id, phase, state, owner',
  },
  {
    name: 'open_tally',
    of: 'cases',
    columns: {
      standing: [
        'TEXT',
        (row) => `CASE WHEN ${row}.due_order <> '~' THEN 'dated' WHEN ${isDoable(row)} THEN 'free' ELSE 'stuck' END`,
      ],
      stretch: ['TEXT', (row) => stretch(`iif(${row}.due_order = '~', ${row}.updated_at, ${row}.due_order)`)],
    },
    told: 'state, due_order, next_kind, updated_at',
    which: (row) => `${row}.state = 'open' AND (${row}.due_order = '~' OR ${isDoable(row)})`,
  },
  {
    name: 'wait_tally',
    of: 'waits',
    columns: {
      grace_hours: ['REAL', (row) => `${row}.grace_hours`],
      definition: ['TEXT', (row) => `${row}.definition`],
      stretch: ['TEXT', (row) => stretch(`${row}.due_at`)],
    },
    told: 'grace_hours, due_at, definition, met_at, cancelled, paused',
    which: (row) => `${row}.met_at IS NULL AND ${row}.cancelled IS NULL AND ${row}.paused IS NULL`,
  },
]

/**
 * Totals that cost nothing, however many there are. `case_tally` has how many cases there are by what lists are narrowed
 * to; `wait_tally` when how many running waits fall due; `open_tally` the open cases in which nothing is waited for: when
 * those with a wait beside (`dated`) are due, and when the others were last touched, with a step to do (`free`) or without
 * (`stuck`). Each has a view that says what it has to hold. `cases_idle` and `cases_dated` have those open cases in the
 * order of their last touch, each in one of them; the columns that are the same in every row stand in them so that no row
 * has to be fetched to know it. `waits_by_kind` has the running waits of each definition and length of grace as they fall
 * due, so that the first of any of Today's groups are found without passing over others.
 */
export const migration140: Migration = {
  version: 140,
  name: 'tallies',
  sql: `
DROP INDEX cases_at_hand;
CREATE INDEX cases_idle ON cases (updated_at, number, next_kind, state, due_order)
  WHERE state = 'open' AND due_order = '~';
CREATE INDEX cases_dated ON cases (updated_at, number, due_order, next_kind, state)
  WHERE state = 'open' AND due_order <> '~' AND next_kind <> 'wait';
DROP INDEX waits_by_grace;
CREATE INDEX waits_by_kind ON waits (grace_hours, definition, due_at, id, paused, met_at, cancelled)
  WHERE met_at IS NULL AND cancelled IS NULL AND paused IS NULL;
${TALLIES.map(tallied).join('\n')}
${counted('customer_tally', 'customers')}
${counted('payer_tally', 'payers')}
`,
}

function tallied({ name, of, columns, told, which }: Tally): string {
  const names = Object.keys(columns)
  const typed = Object.entries(columns).map(([column, [type]]) => `${column} ${type} NOT NULL`)
  const kindOf = (row: string) => Object.values(columns).map(([, value]) => value(row))
  const isCounted = (row: string) => which?.(row) ?? 'true'
  const isKind = (row: string) => names.map((column, n) => `${column} = ${kindOf(row)[n]}`).join(' AND ')
  const more = `INSERT INTO ${name} SELECT ${kindOf('new').join(', ')}, 1 WHERE ${isCounted('new')}
    ON CONFLICT DO UPDATE SET n = n + 1;`
  const less = `UPDATE ${name} SET n = n - 1 WHERE ${isCounted('old')} AND ${isKind('old')};`
  const allOf = (row: string) => [isCounted(row), ...kindOf(row)].join(', ')
  return `
CREATE VIEW ${name}_now AS
SELECT ${names.map((column, n) => `${kindOf('r')[n]} AS ${column}`).join(', ')}, count(*) AS n
FROM ${of} r WHERE ${isCounted('r')} GROUP BY ${names.map((_, n) => n + 1).join(', ')};
CREATE TABLE ${name} (${typed.join(', ')}, n INTEGER NOT NULL, PRIMARY KEY (${names.join(', ')})) STRICT, WITHOUT ROWID;
INSERT INTO ${name} SELECT * FROM ${name}_now;
CREATE TRIGGER ${name}_new AFTER INSERT ON ${of}
BEGIN ${more} END;
CREATE TRIGGER ${name}_change AFTER UPDATE OF ${told} ON ${of} WHEN (${allOf('new')}) IS NOT (${allOf('old')})
BEGIN
  ${more}
  ${less}
END;
CREATE TRIGGER ${name}_gone AFTER DELETE ON ${of}
BEGIN ${less} END;
CREATE TRIGGER ${name}_none AFTER UPDATE ON ${name} WHEN new.n = 0
BEGIN DELETE FROM ${name} WHERE ${names.map((column) => `${column} = new.${column}`).join(' AND ')}; END;
`
}

/** All rows of a table, whatever they are: one number, as little as there can be to write with each. */
function counted(name: string, of: string): string {
  return `
CREATE VIEW ${name}_now AS SELECT count(*) AS n FROM ${of};
CREATE TABLE ${name} (n INTEGER NOT NULL) STRICT;
INSERT INTO ${name} SELECT * FROM ${name}_now;
CREATE TRIGGER ${name}_new AFTER INSERT ON ${of} BEGIN UPDATE ${name} SET n = n + 1; END;
CREATE TRIGGER ${name}_gone AFTER DELETE ON ${of} BEGIN UPDATE ${name} SET n = n - 1; END;
`
}
