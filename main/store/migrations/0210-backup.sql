-- What a supervisor chose about backups. One row, once anything was chosen. How the backups went stands beside them, in
-- `backups/last.json`: making one changes nothing here.
CREATE TABLE backup (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  -- Eight hexadecimal digits in every backup's name, so that several lounges can share a stick.
  lounge TEXT NOT NULL,
  -- Whose recovery key opens the backups; its public part alone is kept (X25519, base64url).
  recipient_kind TEXT CHECK (recipient_kind IN ('office', 'regency')),
  recipient_key TEXT,
  recipient_since INTEGER,
  -- A folder on another disk or a stick.
  second_path TEXT,
  CHECK ((recipient_kind IS NULL) = (recipient_key IS NULL) AND (recipient_kind IS NULL) = (recipient_since IS NULL))
) STRICT;
