import type { Migration } from './migration.ts'

/**
 * The first schema. Released: a change to it is a new migration.
 *
 * Text is what a record holds; JSON is for what no query looks into. Derived columns: `name_key` and `customer_key`
 * order names, `found_by` is what a customer is searched by, `due_at` of a wait is anchor + hours + time paused,
 * `due_order` puts cases without a due wait last. The four `cases_by_…` indexes each hold every filter of the list,
 * so that a page and its total are read from an index alone.
 */
export const migration010: Migration = {
  version: 10,
  name: 'workspace',
  sql: `
CREATE TABLE migrations (
  version INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  hash TEXT NOT NULL,
  applied_at TEXT NOT NULL
) STRICT;

CREATE TABLE settings (
  singleton INTEGER PRIMARY KEY DEFAULT 1 CHECK (singleton = 1),
  workspace_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('real', 'practice')),
  company TEXT NOT NULL,
  msp_account_id TEXT NOT NULL,
  operators TEXT NOT NULL CHECK (json_type(operators) = 'array'),
  operator TEXT NOT NULL,
  recipient TEXT NOT NULL CHECK (json_type(recipient) = 'object'),
  wait_hours TEXT NOT NULL CHECK (json_type(wait_hours) = 'object'),
  retired_runtimes TEXT NOT NULL CHECK (json_type(retired_runtimes) = 'array'),
  known_buckets TEXT NOT NULL CHECK (json_type(known_buckets) = 'object'),
  appearance TEXT NOT NULL CHECK (json_type(appearance) = 'object'),
  created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
  updated_at TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T??:??:??.???Z'),
  revision INTEGER NOT NULL CHECK (revision >= 1)
) STRICT;

CREATE TABLE payers (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL UNIQUE,
  partition TEXT NOT NULL CHECK (partition IN ('aws', 'aws-cn')),
  kind TEXT NOT NULL CHECK (kind IN ('dedicated', 'shared', 'transfer')),
  report_name TEXT NOT NULL,
  bucket TEXT NOT NULL,
  prefix TEXT NOT NULL,
  region TEXT NOT NULL,
  crawler_stack_name TEXT NOT NULL,
  aws_profile TEXT,
  created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
  updated_at TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T??:??:??.???Z'),
  revision INTEGER NOT NULL CHECK (revision >= 1)
) STRICT, WITHOUT ROWID;

CREATE TABLE customers (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  found_by TEXT NOT NULL,
  management_account_id TEXT NOT NULL,
  org_ids TEXT NOT NULL CHECK (json_type(org_ids) = 'array'),
  payer_id TEXT NOT NULL REFERENCES payers (id),
  contacts TEXT NOT NULL CHECK (json_type(contacts) = 'array'),
  tags TEXT NOT NULL CHECK (json_type(tags) = 'array'),
  notes TEXT NOT NULL,
  created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
  updated_at TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T??:??:??.???Z'),
  revision INTEGER NOT NULL CHECK (revision >= 1)
) STRICT;
CREATE INDEX customers_by_name ON customers (name_key, number, found_by);
CREATE INDEX customers_of_payer ON customers (payer_id, name_key);
CREATE INDEX customers_by_account ON customers (management_account_id);

CREATE TABLE cases (
  number INTEGER PRIMARY KEY CHECK (number >= 1),
  id TEXT NOT NULL UNIQUE,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  payer_id TEXT NOT NULL REFERENCES payers (id),
  customer_key TEXT NOT NULL,
  procedure_id TEXT NOT NULL,
  procedure_version INTEGER NOT NULL CHECK (procedure_version >= 1),
  state TEXT NOT NULL CHECK (state IN ('open', 'on-hold', 'done', 'abandoned')),
  state_reason TEXT NOT NULL,
  owner TEXT NOT NULL,
  phase TEXT,
  next_step TEXT,
  next_kind TEXT,
  steps_done INTEGER NOT NULL CHECK (steps_done >= 0),
  steps_total INTEGER NOT NULL CHECK (steps_total >= 0),
  blocked INTEGER NOT NULL CHECK (blocked IN (0, 1)),
  wait_definition TEXT,
  due_at TEXT CHECK (due_at GLOB '????-??-??T??:??:??.???Z'),
  overdue_at TEXT CHECK (overdue_at GLOB '????-??-??T??:??:??.???Z'),
  due_order TEXT NOT NULL CHECK (due_order = coalesce(due_at, '~')),
  submission_state TEXT,
  facts TEXT NOT NULL CHECK (json_type(facts) = 'object'),
  tags TEXT NOT NULL CHECK (json_type(tags) = 'array'),
  notes TEXT NOT NULL,
  opened_at TEXT NOT NULL CHECK (opened_at GLOB '????-??-??T??:??:??.???Z'),
  closed_at TEXT CHECK (closed_at GLOB '????-??-??T??:??:??.???Z'),
  updated_at TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T??:??:??.???Z'),
  revision INTEGER NOT NULL CHECK (revision >= 1)
) STRICT;
CREATE INDEX cases_by_due ON cases (due_order, number, state, phase, owner);
CREATE INDEX cases_by_updated ON cases (updated_at, number, state, phase, owner, due_order);
CREATE INDEX cases_by_number ON cases (number, state, phase, owner, due_order);
CREATE INDEX cases_by_customer ON cases (customer_key, number, state, phase, owner, due_order);
CREATE INDEX cases_of_customer ON cases (customer_id, number);
CREATE INDEX cases_of_payer ON cases (payer_id, number, state, phase, owner, due_order, updated_at, customer_key);

CREATE TRIGGER cases_keep_number BEFORE UPDATE OF number ON cases WHEN new.number <> old.number
BEGIN SELECT raise(ABORT, 'a case keeps its number'); END;
CREATE TRIGGER cases_follow_name AFTER UPDATE OF name_key ON customers WHEN new.name_key <> old.name_key
BEGIN UPDATE cases SET customer_key = new.name_key WHERE customer_id = new.id; END;

CREATE TABLE steps (
  case_id TEXT NOT NULL REFERENCES cases (id),
  step_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'not-applicable', 'blocked', 'reopened')),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  by TEXT NOT NULL,
  reason TEXT NOT NULL,
  evidence TEXT CHECK (json_type(evidence) = 'object'),
  PRIMARY KEY (case_id, step_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE submissions (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases (id),
  attempt INTEGER NOT NULL CHECK (attempt >= 1),
  state TEXT NOT NULL CHECK (state IN ('draft', 'exported', 'sent', 'answered', 'returned', 'withdrawn')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
  recipient TEXT NOT NULL CHECK (json_type(recipient) = 'object'),
  items TEXT CHECK (json_type(items) = 'object'),
  warnings TEXT NOT NULL CHECK (json_type(warnings) = 'array'),
  exported TEXT CHECK (json_type(exported) = 'object'),
  sent TEXT CHECK (json_type(sent) = 'object'),
  answered TEXT CHECK (json_type(answered) = 'object'),
  closed TEXT CHECK (json_type(closed) = 'object'),
  ticket TEXT NOT NULL,
  UNIQUE (case_id, attempt)
) STRICT, WITHOUT ROWID;

CREATE TABLE waits (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases (id),
  definition TEXT NOT NULL,
  anchor_at TEXT NOT NULL CHECK (anchor_at GLOB '????-??-??T??:??:??.???Z'),
  expected_hours REAL NOT NULL CHECK (expected_hours >= 0),
  grace_hours REAL NOT NULL CHECK (grace_hours >= 0),
  recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??.???Z'),
  zone TEXT NOT NULL,
  started_by TEXT NOT NULL,
  paused TEXT CHECK (json_type(paused) = 'object'),
  paused_millis INTEGER NOT NULL CHECK (paused_millis >= 0),
  due_at TEXT NOT NULL CHECK (due_at GLOB '????-??-??T??:??:??.???Z'),
  met_at TEXT CHECK (met_at GLOB '????-??-??T??:??:??.???Z'),
  cancelled TEXT CHECK (json_type(cancelled) = 'object'),
  submission_id TEXT REFERENCES submissions (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX waits_of_case ON waits (case_id, recorded_at);
CREATE INDEX waits_of_submission ON waits (submission_id) WHERE submission_id IS NOT NULL;
CREATE INDEX waits_open ON waits (due_at, id, case_id) WHERE met_at IS NULL AND cancelled IS NULL;

CREATE TABLE attachments (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases (id),
  payer_id TEXT REFERENCES payers (id),
  kind TEXT NOT NULL CHECK (kind IN ('crawler-file', 'evidence')),
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size >= 0),
  origin TEXT NOT NULL,
  modified_at TEXT CHECK (modified_at GLOB '????-??-??T??:??:??.???Z'),
  added_at TEXT NOT NULL CHECK (added_at GLOB '????-??-??T??:??:??.???Z'),
  added_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX attachments_of_case ON attachments (case_id, added_at);
CREATE INDEX attachments_of_payer ON attachments (payer_id, added_at) WHERE payer_id IS NOT NULL;

CREATE TABLE checks (
  case_id TEXT NOT NULL REFERENCES cases (id),
  check_id TEXT NOT NULL,
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  outcome TEXT NOT NULL CHECK (outcome IN ('pass', 'warn', 'fail', 'unknown', 'no-access')),
  lines TEXT NOT NULL CHECK (json_type(lines) = 'array'),
  findings TEXT NOT NULL CHECK (json_type(findings) = 'array'),
  identity TEXT CHECK (json_type(identity) = 'object'),
  PRIMARY KEY (case_id, check_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  case_id TEXT,
  customer_id TEXT,
  payer_id TEXT,
  params TEXT NOT NULL CHECK (json_type(params) = 'object'),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX activity_of_case ON activity (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX activity_of_customer ON activity (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX activity_of_payer ON activity (payer_id) WHERE payer_id IS NOT NULL;
CREATE TRIGGER activity_is_not_changed BEFORE UPDATE ON activity
BEGIN SELECT raise(ABORT, 'activity is append-only'); END;
CREATE TRIGGER activity_is_not_deleted BEFORE DELETE ON activity
BEGIN SELECT raise(ABORT, 'activity is append-only'); END;
`,
}
