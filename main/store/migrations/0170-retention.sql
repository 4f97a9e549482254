-- What became of personal data, and of letters whose time in the archive is over.

-- `whole`: all of it is there; `letter`: no more than its issued letters say; `none`: it is gone.
ALTER TABLE request ADD COLUMN personal TEXT NOT NULL DEFAULT 'whole' CHECK (personal IN ('whole', 'letter', 'none'));
CREATE INDEX request_personal ON request (personal, state, state_at) WHERE personal <> 'none';

-- One row: the last time that ages were looked through.
CREATE TABLE retention_run (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  -- Unix ms.
  at INTEGER NOT NULL,
  expired INTEGER NOT NULL,
  purged INTEGER NOT NULL
) STRICT;

-- A berita acara of letters that were destroyed. It names witnesses, who are there by their office.
CREATE TABLE disposal (
  id TEXT PRIMARY KEY,
  minutes_number TEXT NOT NULL,
  -- YYYY-MM-DD.
  minutes_date TEXT NOT NULL,
  letters INTEGER NOT NULL,
  -- Every word of it, JSON; the PDF is made from this alone.
  document TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL
) STRICT;

-- Letters that are here no more. Their words and PDFs are wiped right after the transaction that says so.
CREATE TABLE letter_destroyed (
  letter_id TEXT PRIMARY KEY REFERENCES letter (id),
  disposal_id TEXT NOT NULL REFERENCES disposal (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX letter_destroyed_by ON letter_destroyed (disposal_id);
-- Letters that are not wiped, oldest first.
CREATE INDEX letter_kept ON letter (date, id) WHERE document <> '';

-- Whom the list of residents has forgotten: a keyed hash of the NIK, as the list of erasures has it.
CREATE TABLE resident_forgotten (
  mark TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- That a person was forgotten, and why, in words that do not name the person; the audit names the requests.
CREATE TABLE person_erasure (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
