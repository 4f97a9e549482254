-- What supervisors changed. The newest version of a part is what holds; the files in the data folder say the same.

CREATE TABLE settings_version (
  id INTEGER PRIMARY KEY,
  part TEXT NOT NULL CHECK (part IN ('lounge', 'calendar', 'services')),
  act TEXT NOT NULL CHECK (act IN ('saved', 'undone', 'file')),
  at INTEGER NOT NULL,
  -- NULL: the file was changed while the hub stood still.
  actor TEXT,
  -- The file as it was before and after; NULL: as shipped.
  before TEXT,
  after TEXT,
  -- A later undo took it back.
  taken_back INTEGER NOT NULL DEFAULT 0 CHECK (taken_back IN (0, 1))
) STRICT;

-- Decided, but perhaps not yet in its file: whatever stands here is written at the next start.
CREATE TABLE settings_unwritten (
  part TEXT PRIMARY KEY CHECK (part IN ('lounge', 'calendar', 'services')),
  content TEXT
) STRICT, WITHOUT ROWID;

-- "Tutup sekarang". `until` NULL: the rest of the service day.
CREATE TABLE closed_now (
  service_id TEXT PRIMARY KEY,
  reason_id TEXT NOT NULL,
  reason_en TEXT NOT NULL,
  until INTEGER,
  service_day TEXT NOT NULL,
  since INTEGER NOT NULL,
  actor TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row, once the first-start wizard has been through.
CREATE TABLE first_start (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  done_at INTEGER NOT NULL,
  actor TEXT NOT NULL
) STRICT;
