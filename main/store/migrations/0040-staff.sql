-- People who work here, who of them sits where, and what everybody did. `*_tick` is the steady clock (ms).

CREATE TABLE account (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('operator', 'verifier', 'signer', 'supervisor')),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  -- argon2id with its own salt and parameters.
  pin_hash TEXT NOT NULL,
  -- Wrong PINs in a row: the next try has to wait.
  wrong_pins INTEGER NOT NULL DEFAULT 0,
  wrong_tick INTEGER NOT NULL DEFAULT 0,
  signed_in_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX account_name ON account (name COLLATE NOCASE) WHERE active = 1;

-- One person a machine, one machine a person.
CREATE TABLE sign_in (
  device_id TEXT PRIMARY KEY REFERENCES device (id),
  person_id TEXT NOT NULL UNIQUE REFERENCES account (id),
  begun_tick INTEGER NOT NULL,
  active_tick INTEGER NOT NULL,
  locked INTEGER NOT NULL CHECK (locked IN (0, 1))
) STRICT, WITHOUT ROWID;

-- Wrong PINs in a row at a machine, and how often that has locked it.
CREATE TABLE device_lock (
  device_id TEXT PRIMARY KEY REFERENCES device (id),
  wrong_pins INTEGER NOT NULL,
  locks INTEGER NOT NULL,
  until_tick INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Who did what, for good: ids, acts and names of fields, never a person's name, a PIN or a code.
CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  device TEXT NOT NULL,
  act TEXT NOT NULL,
  subject TEXT,
  detail TEXT
) STRICT;
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_is_not_forgotten BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'audit is append-only'); END;

-- Programs beside the lounge that ask over REST. Only a hash of the token is kept.
CREATE TABLE integration (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  scopes TEXT NOT NULL,
  token_hash BLOB NOT NULL UNIQUE,
  made_at INTEGER NOT NULL,
  used_at INTEGER,
  revoked_at INTEGER
) STRICT, WITHOUT ROWID;
