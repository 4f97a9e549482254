-- Numbers of letters, and so the registers of what went out. Never the name of a person the letter is about.

-- `series`: `common`, `register:surat_keterangan`, `letter:sku`. Written in the transaction that gives a number.
CREATE TABLE letter_series (
  series TEXT NOT NULL,
  year INTEGER NOT NULL,
  last INTEGER NOT NULL CHECK (last > 0),
  PRIMARY KEY (series, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE letter_number (
  id TEXT PRIMARY KEY,
  register TEXT NOT NULL,
  series TEXT NOT NULL,
  year INTEGER NOT NULL,
  seq INTEGER NOT NULL CHECK (seq > 0),
  -- As it stands on the letter.
  number TEXT NOT NULL,
  letter_type TEXT NOT NULL,
  -- What kind of letter it is ("Surat Keterangan Usaha").
  subject TEXT NOT NULL,
  -- YYYY-MM-DD in the lounge's time zone.
  date TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('reserved', 'issued', 'void')),
  -- Why it is void.
  reason TEXT,
  -- In what office it is signed, and the id of the official; empty and NULL for a reserved one.
  signed_by TEXT NOT NULL,
  official TEXT,
  -- Unix ms.
  made_at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  -- The letter that carries it; NULL for one made by hand.
  letter_id TEXT,
  CHECK ((state = 'void') = (reason IS NOT NULL))
) STRICT, WITHOUT ROWID;
-- No number is given twice and no place in a series, whatever the code above believes.
CREATE UNIQUE INDEX letter_number_place ON letter_number (series, year, seq);
CREATE UNIQUE INDEX letter_number_text ON letter_number (number);
-- The registers of a year; ids are time-ordered.
CREATE INDEX letter_number_register ON letter_number (year, register, id);
CREATE INDEX letter_number_letter ON letter_number (letter_id) WHERE letter_id IS NOT NULL;
