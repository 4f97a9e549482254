-- Letters on the office's printers. Nothing personal stands here: ids, queues, states, times.

CREATE TABLE letter_printer (
  -- The counter that has a printer of its own; '' is the office's.
  device_id TEXT PRIMARY KEY,
  -- As the hub's system calls it.
  queue TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- `at` and `since` are wall time (Unix ms): when it was asked for, and when its state was entered.
CREATE TABLE letter_print (
  id TEXT PRIMARY KEY,
  letter_id TEXT NOT NULL,
  request_id TEXT NOT NULL,
  queue TEXT NOT NULL,
  copies INTEGER NOT NULL CHECK (copies BETWEEN 1 AND 5),
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'done', 'unknown', 'failed', 'cancelled')),
  -- The system's number of it, from the moment the system has it.
  job TEXT,
  -- Refusals in a row; after the last one it waits for a person.
  failures INTEGER NOT NULL,
  reason TEXT,
  -- Unix ms; NULL: it is not tried again by itself.
  retry_at INTEGER,
  at INTEGER NOT NULL,
  since INTEGER NOT NULL,
  actor TEXT NOT NULL,
  device_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- The line in front of each queue; ids are time-ordered.
CREATE INDEX letter_print_open ON letter_print (queue, id)
  WHERE state IN ('queued', 'sending', 'sent', 'unknown', 'failed');
CREATE INDEX letter_print_at ON letter_print (at);
