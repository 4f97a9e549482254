-- The house itself: its machines, what each start of the program saw, and what must not happen twice.

CREATE TABLE device (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('kiosk', 'counter', 'display')),
  name TEXT NOT NULL,
  -- NULL for the hub's own.
  paired_at INTEGER,
  revoked_at INTEGER,
  seen_at INTEGER
) STRICT;

-- `uri` is NULL where no printer is configured: jobs wait as `held` and the screen says so.
CREATE TABLE printer (
  id TEXT PRIMARY KEY,
  device_id TEXT NOT NULL REFERENCES device (id),
  uri TEXT,
  columns INTEGER NOT NULL DEFAULT 48 CHECK (columns IN (32, 42, 48))
) STRICT;

-- One row a start. `stopped_at` stays NULL when the power went out.
CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  version TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  stopped_at INTEGER
) STRICT;

-- Clock steps, doubts and answers; append-only. Times are Unix milliseconds as the machine believed them.
CREATE TABLE clock_event (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('doubted', 'confirmed', 'denied', 'stepped', 'new_day')),
  step_ms INTEGER,
  service_day TEXT NOT NULL,
  actor TEXT
) STRICT;

-- The answer of every mutating procedure, kept 48 h, so that a repeated key changes nothing twice.
CREATE TABLE request_key (
  key TEXT NOT NULL,
  principal TEXT NOT NULL,
  body_hash BLOB NOT NULL,
  answer TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (key, principal)
) STRICT, WITHOUT ROWID;
CREATE INDEX request_key_age ON request_key (at);

-- A resident's call for help at a device.
CREATE TABLE help_call (
  id TEXT PRIMARY KEY,
  device_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('calling', 'accepted', 'ended')),
  called_at INTEGER NOT NULL,
  accepted_at INTEGER,
  accepted_by TEXT,
  ended_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX help_call_open ON help_call (device_id) WHERE state <> 'ended';

-- What a device shows to be let in. Only a hash is kept: a copied database opens no session.
CREATE TABLE session (
  token_hash BLOB PRIMARY KEY,
  device_id TEXT NOT NULL REFERENCES device (id),
  renewed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_device ON session (device_id);

-- One row. The day only moves forward by itself; a person may move it back by confirming the clock.
CREATE TABLE lounge_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  service_day TEXT NOT NULL
) STRICT;
