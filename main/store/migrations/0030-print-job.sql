-- The spooler's journal: a row is written with its ticket, and moved before each act.

CREATE TABLE print_job (
  id TEXT PRIMARY KEY,
  printer_id TEXT NOT NULL,
  ticket_id TEXT,
  -- What is to be printed, as data; bytes are made when they are sent.
  slip TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'held', 'sending', 'sent', 'done', 'unknown', 'cancelled')),
  reason TEXT,
  attempt INTEGER NOT NULL DEFAULT 0,
  queued_at INTEGER NOT NULL,
  queued_tick INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- Ids are time-ordered, so this index is the line in front of each printer.
CREATE INDEX print_job_open ON print_job (printer_id, id) WHERE state IN ('queued', 'held', 'sending', 'sent', 'unknown');
