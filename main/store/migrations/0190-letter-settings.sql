-- What supervisors changed of the letters and of the office; as settings_version, with a counter of its own.

CREATE TABLE letter_settings_version (
  id INTEGER PRIMARY KEY,
  -- 'village', or a letter as 'letter:sk_usaha'.
  part TEXT NOT NULL,
  -- 'shipped': the own copy was given up.
  act TEXT NOT NULL CHECK (act IN ('saved', 'undone', 'shipped', 'file')),
  at INTEGER NOT NULL,
  -- NULL: the file was changed while the hub stood still.
  actor TEXT,
  -- The own file as it was before and after; NULL: none, so as shipped.
  before TEXT,
  after TEXT,
  -- A later undo took it back.
  taken_back INTEGER NOT NULL DEFAULT 0 CHECK (taken_back IN (0, 1))
) STRICT;

CREATE INDEX letter_settings_version_part ON letter_settings_version (part, id);

-- Decided, but perhaps not yet in its file: whatever stands here is written at the next start.
CREATE TABLE letter_settings_unwritten (
  part TEXT PRIMARY KEY,
  content TEXT
) STRICT, WITHOUT ROWID;
