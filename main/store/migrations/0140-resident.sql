-- The village's own list of its residents, personal throughout, as far as letters need it. NULL: the list says nothing of it.

CREATE TABLE resident (
  nik TEXT PRIMARY KEY,
  kk TEXT,
  name TEXT NOT NULL,
  birth_place TEXT,
  -- YYYY-MM-DD.
  birth_date TEXT,
  sex TEXT CHECK (sex IN ('L', 'P')),
  religion TEXT,
  marital_status TEXT,
  occupation TEXT,
  address TEXT,
  rt TEXT,
  rw TEXT,
  hamlet TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE resident_import (
  id TEXT PRIMARY KEY,
  -- Unix ms.
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  added INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  removed INTEGER NOT NULL,
  undone_at INTEGER
) STRICT, WITHOUT ROWID;

-- What the newest import changed, as it was before, so that it can be undone; the next import forgets it.
CREATE TABLE resident_before (
  nik TEXT PRIMARY KEY,
  -- JSON; NULL: the list did not have this person.
  before TEXT
) STRICT, WITHOUT ROWID;

-- Which answers of a request were filled in from the list, and who has compared each with the KTP. Places alone
-- ("applicant.address"); the values stand in request_person.
CREATE TABLE request_from_register (
  request_id TEXT NOT NULL REFERENCES request (id),
  place TEXT NOT NULL,
  -- Unix ms; NULL: not yet.
  confirmed_at INTEGER,
  actor TEXT,
  PRIMARY KEY (request_id, place)
) STRICT, WITHOUT ROWID;
