-- What a printer is, what became of its last slips, and how each slip is known to have come out.

CREATE TABLE printer_now (
  id TEXT PRIMARY KEY,
  device_id TEXT NOT NULL REFERENCES device (id),
  -- NULL where no printer is configured: jobs wait as `held` and the screen says so.
  uri TEXT,
  dots INTEGER NOT NULL DEFAULT 576 CHECK (dots IN (576, 546, 512, 384)),
  cutter INTEGER NOT NULL DEFAULT 1 CHECK (cutter IN (0, 1)),
  qr TEXT NOT NULL DEFAULT 'native' CHECK (qr IN ('native', 'raster')),
  -- What it was heard to answer, JSON: after a restart its silence means trouble.
  means TEXT,
  -- The report of the last probe, JSON.
  probed TEXT,
  -- Slips of unknown fate in a row; and whether the last slip that came out was not seen to be cut off.
  doubts INTEGER NOT NULL DEFAULT 0,
  uncut INTEGER NOT NULL DEFAULT 0 CHECK (uncut IN (0, 1)),
  -- Why it prints nothing but test slips.
  stopped TEXT CHECK (stopped IN ('unknown', 'unreadable')),
  -- The test slip of which somebody has to say whether it can be read.
  reads TEXT,
  -- Since the roll was changed; and what the last roll gave.
  slips INTEGER NOT NULL DEFAULT 0,
  roll_slips INTEGER,
  diverted_to TEXT REFERENCES device (id)
) STRICT;
INSERT INTO printer_now (id, device_id, uri, dots)
  SELECT id, device_id, uri, iif(columns = 32, 384, 576) FROM printer;
DROP TABLE printer;
ALTER TABLE printer_now RENAME TO printer;

CREATE TABLE print_job_now (
  id TEXT PRIMARY KEY,
  printer_id TEXT NOT NULL,
  ticket_id TEXT,
  -- How often a ticket has been printed again: 0 for its first paper.
  reprint INTEGER NOT NULL DEFAULT 0,
  -- What is to be printed, as data; bytes are made when they are sent.
  slip TEXT NOT NULL,
  state TEXT NOT NULL
    CHECK (state IN ('queued', 'held', 'sending', 'sent', 'printed', 'done', 'unknown', 'cancelled')),
  reason TEXT,
  -- How a slip is known to have come out.
  evidence TEXT CHECK (evidence IN ('completion', 'queue', 'status', 'system', 'bytes', 'person')),
  attempt INTEGER NOT NULL DEFAULT 0,
  queued_at INTEGER NOT NULL,
  queued_tick INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO print_job_now
  SELECT id, printer_id, ticket_id, reprint, slip, state,
    iif(state = 'done', NULL, reason),
    CASE WHEN state <> 'done' THEN NULL WHEN reason = 'status' THEN 'status' WHEN reason = 'mute' THEN 'bytes' ELSE 'queue' END,
    attempt, queued_at, queued_tick, changed_at
  FROM print_job;
DROP TABLE print_job;
ALTER TABLE print_job_now RENAME TO print_job;
-- Ids are time-ordered, so this index is the line in front of each printer.
CREATE INDEX print_job_open ON print_job (printer_id, id)
  WHERE state IN ('queued', 'held', 'sending', 'sent', 'printed', 'unknown');
-- The slips of a printer that are over, for the list that staff see.
CREATE INDEX print_job_over ON print_job (printer_id, id) WHERE state IN ('done', 'cancelled');
-- One number is never given to two papers.
CREATE UNIQUE INDEX print_job_reprint ON print_job (ticket_id, reprint) WHERE reprint > 0;
