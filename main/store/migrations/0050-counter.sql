-- Counters at work. A counter without a row is closed.

CREATE TABLE counter (
  id TEXT PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('closed', 'open', 'paused')),
  pause_reason TEXT CHECK (pause_reason IN ('break', 'prayer', 'helping', 'documents', 'technical')),
  -- Who holds it: a person, or a device where nobody signs in. NULL while it is closed.
  holder TEXT,
  since_at INTEGER NOT NULL,
  CHECK ((state = 'closed') = (holder IS NULL)),
  CHECK ((state = 'paused') = (pause_reason IS NOT NULL))
) STRICT, WITHOUT ROWID;
-- Nobody works at two counters.
CREATE UNIQUE INDEX counter_holder ON counter (holder) WHERE holder IS NOT NULL;

-- Who worked where, and when not; append-only.
CREATE TABLE counter_event (
  id INTEGER PRIMARY KEY,
  counter_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('opened', 'taken_over', 'paused', 'resumed', 'closed')),
  reason TEXT,
  at INTEGER NOT NULL,
  tick INTEGER NOT NULL,
  actor TEXT NOT NULL
) STRICT;

-- When the voice was silenced and by whom; the newest row holds. NULL ended it.
CREATE TABLE mute (
  id INTEGER PRIMARY KEY,
  until INTEGER,
  actor TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
