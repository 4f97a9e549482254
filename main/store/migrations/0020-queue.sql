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
  -- The service whose series the number is from, and the one in whose line it stands: a transfer keeps the number.
  series_id TEXT NOT NULL,
  service_id TEXT NOT NULL,
  serial INTEGER NOT NULL CHECK (serial > 0),
  number TEXT NOT NULL,
  priority TEXT CHECK (priority IN ('elderly', 'disabled', 'pregnant', 'infant')),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'called', 'serving', 'done', 'no_show', 'parked', 'cancelled')),
  device_id TEXT NOT NULL,
  -- NULL for a pre-printed spare number.
  print_job_id TEXT,
  taken_at INTEGER NOT NULL,
  -- A following ticket keeps the tick of the one before it.
  taken_tick INTEGER NOT NULL,
  people_ahead INTEGER NOT NULL,
  promise_point REAL,
  promise_from INTEGER,
  promise_to INTEGER,
  promise_not_before INTEGER,
  -- The matter before this one, of the same person.
  follows TEXT,
  -- How many files the person brings: each counts in the promise of those behind.
  files INTEGER NOT NULL DEFAULT 1,
  -- Only a counter marked for it calls such a ticket.
  need TEXT CHECK (need IN ('visit', 'wheelchair')),
  called_at INTEGER,
  called_tick INTEGER,
  -- Until its first call.
  waited_ms INTEGER,
  calls INTEGER NOT NULL DEFAULT 0,
  announced_tick INTEGER,
  counter_id TEXT,
  person_id TEXT,
  call_seq INTEGER,
  serving_tick INTEGER,
  -- When it was done, missed, put aside or cancelled.
  left_tick INTEGER
) STRICT, WITHOUT ROWID;
-- A number is never given twice, whatever the code above believes.
CREATE UNIQUE INDEX ticket_number ON ticket (service_day, series_id, serial);
CREATE INDEX ticket_waiting ON ticket (service_day, service_id, (priority IS NOT NULL), taken_tick, serial, need, files)
  WHERE state = 'waiting';
-- Missed and put aside: few, and shown at every counter.
CREATE INDEX ticket_aside ON ticket (service_day, service_id) WHERE state IN ('no_show', 'parked');
-- A counter has one ticket at a time.
CREATE UNIQUE INDEX ticket_at_counter ON ticket (counter_id) WHERE state IN ('called', 'serving');
-- What each person has finished.
CREATE INDEX ticket_done ON ticket (person_id, service_day) WHERE state = 'done';
-- `call_seq` is the id of the event of the latest call: it grows with every call and never restarts.
CREATE UNIQUE INDEX ticket_call ON ticket (service_day, call_seq) WHERE call_seq IS NOT NULL;

-- What happened to tickets and who did it; append-only, ids and states only.
CREATE TABLE ticket_event (
  id INTEGER PRIMARY KEY,
  ticket_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('taken', 'followed', 'called', 'recalled', 'served', 'done', 'missed', 'parked', 'returned',
    'transferred', 'need', 'cancelled', 'undone')),
  state TEXT NOT NULL,
  -- The line it stands in after the event.
  service_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  tick INTEGER NOT NULL,
  actor TEXT NOT NULL,
  counter_id TEXT,
  -- Which rule chose it for a call, or why something was done.
  rule TEXT
) STRICT;
-- The first event needs no index: the ticket's own row says the same.
CREATE INDEX ticket_event_later ON ticket_event (ticket_id) WHERE kind <> 'taken';

-- A few numbers per service and day that later days' promises learn from.
CREATE TABLE pace_day (
  service_id TEXT NOT NULL,
  service_day TEXT NOT NULL,
  summary TEXT NOT NULL,
  PRIMARY KEY (service_id, service_day)
) STRICT, WITHOUT ROWID;
