-- Queue tickets. `*_at` is wall time (Unix ms); `*_tick` is the steady clock (ms) that waits are measured on.

CREATE TABLE series (
  service_day TEXT NOT NULL,
  service_id TEXT NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (service_day, service_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE ticket (
  id TEXT PRIMARY KEY,
  service_day TEXT NOT NULL,
  service_id TEXT NOT NULL,
  serial INTEGER NOT NULL CHECK (serial > 0),
  number TEXT NOT NULL,
  priority TEXT CHECK (priority IN ('elderly', 'disabled', 'pregnant', 'infant')),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'called', 'serving', 'done', 'no_show', 'parked', 'cancelled')),
  device_id TEXT NOT NULL,
  print_job_id TEXT NOT NULL,
  taken_at INTEGER NOT NULL,
  taken_tick INTEGER NOT NULL,
  people_ahead INTEGER NOT NULL,
  promise_point REAL,
  promise_from INTEGER,
  promise_to INTEGER,
  promise_not_before INTEGER,
  called_at INTEGER,
  called_tick INTEGER,
  waited_ms INTEGER,
  counter_id TEXT,
  call_seq INTEGER
) STRICT, WITHOUT ROWID;
-- A number is never given twice, whatever the code above believes.
CREATE UNIQUE INDEX ticket_number ON ticket (service_day, service_id, serial);
CREATE INDEX ticket_waiting ON ticket (service_day, service_id, taken_tick, priority) WHERE state = 'waiting';
-- `call_seq` is the id of the event of the call: it grows with every call and never restarts.
CREATE UNIQUE INDEX ticket_call ON ticket (service_day, call_seq) WHERE call_seq IS NOT NULL;

-- What happened to tickets and who did it; append-only, ids and states only.
CREATE TABLE ticket_event (
  id INTEGER PRIMARY KEY,
  ticket_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('taken', 'called')),
  state TEXT NOT NULL,
  at INTEGER NOT NULL,
  tick INTEGER NOT NULL,
  actor TEXT NOT NULL,
  counter_id TEXT,
  rule TEXT
) STRICT;

-- A few numbers per service and day that later days' promises learn from.
CREATE TABLE pace_day (
  service_id TEXT NOT NULL,
  service_day TEXT NOT NULL,
  summary TEXT NOT NULL,
  PRIMARY KEY (service_id, service_day)
) STRICT, WITHOUT ROWID;
