-- Requests for letters. `*_at` is wall time (Unix ms). What is personal stands in request_person, request_value_before,
-- request_note and letter alone, so that it can go while the rest stays.

CREATE TABLE request (
  id TEXT PRIMARY KEY,
  -- Eight signs of Crockford's base 32, without hyphen.
  tracking TEXT NOT NULL UNIQUE,
  letter_type TEXT NOT NULL,
  sensitive INTEGER NOT NULL CHECK (sensitive IN (0, 1)),
  for_whom TEXT NOT NULL CHECK (for_whom IN ('self', 'other')),
  -- What the resident said at the kiosk.
  brought_all INTEGER NOT NULL CHECK (brought_all IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN ('submitted', 'checking', 'incomplete', 'awaiting_signature', 'awaiting_camat',
    'ready', 'collected', 'rejected', 'cancelled', 'expired')),
  state_at INTEGER NOT NULL,
  filed_at INTEGER NOT NULL,
  promised_at INTEGER,
  device_id TEXT NOT NULL,
  ticket_id TEXT,
  print_job_id TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX request_by_state ON request (state, id);
CREATE UNIQUE INDEX request_of_ticket ON request (ticket_id) WHERE ticket_id IS NOT NULL;

-- What happened and who did it; append-only, ids and states only.
CREATE TABLE request_event (
  id INTEGER PRIMARY KEY,
  request_id TEXT NOT NULL,
  step TEXT NOT NULL CHECK (step IN ('file', 'check', 'ask', 'resume', 'approve', 'signed', 'camat_signed', 'hand_over',
    'reject', 'cancel', 'expire', 'undo')),
  -- In which it is after the step.
  state TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  device_id TEXT NOT NULL,
  -- The step that an `undo` took back.
  undoes INTEGER REFERENCES request_event (id)
) STRICT;
CREATE INDEX request_event_of ON request_event (request_id);

CREATE TABLE request_person (
  request_id TEXT PRIMARY KEY REFERENCES request (id),
  applicant TEXT NOT NULL,
  -- E.164.
  phone TEXT,
  -- JSON: values by `section.field`.
  answers TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE request_value_before (
  id INTEGER PRIMARY KEY,
  request_id TEXT NOT NULL REFERENCES request (id),
  place TEXT NOT NULL,
  -- NULL where there was none.
  value TEXT,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL
) STRICT;
CREATE INDEX request_value_before_of ON request_value_before (request_id);

-- What somebody wrote with a step.
CREATE TABLE request_note (
  event_id INTEGER PRIMARY KEY REFERENCES request_event (id),
  request_id TEXT NOT NULL REFERENCES request (id),
  text TEXT NOT NULL
) STRICT;
CREATE INDEX request_note_of ON request_note (request_id);

CREATE TABLE request_requirement (
  request_id TEXT NOT NULL REFERENCES request (id),
  requirement TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('unchecked', 'ok', 'missing')),
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  PRIMARY KEY (request_id, requirement)
) STRICT, WITHOUT ROWID;

-- Who looked at a request or letter.
CREATE TABLE request_read (
  id INTEGER PRIMARY KEY,
  request_id TEXT NOT NULL,
  letter_id TEXT,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  device_id TEXT NOT NULL
) STRICT;
CREATE INDEX request_read_of ON request_read (request_id);

CREATE TABLE letter (
  id TEXT PRIMARY KEY,
  request_id TEXT NOT NULL REFERENCES request (id),
  paper_id TEXT NOT NULL,
  title TEXT NOT NULL,
  number_id TEXT NOT NULL UNIQUE,
  date TEXT NOT NULL,
  valid_until TEXT,
  -- Every word of it, JSON; the PDF is made from this alone.
  document TEXT NOT NULL,
  -- For whom, masked, as its code says.
  masked_name TEXT NOT NULL,
  token TEXT,
  render TEXT NOT NULL CHECK (render IN ('queued', 'rendered', 'failed')),
  pdf BLOB,
  made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX letter_of ON letter (request_id);
CREATE INDEX letter_unmade ON letter (id) WHERE render = 'queued';

-- What the office signs its letters' codes with.
CREATE TABLE letter_seal (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  jwk TEXT NOT NULL
) STRICT;
