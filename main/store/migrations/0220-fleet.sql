-- How this machine tells the regency of itself. Nothing about people.

-- One row: the machine's own key (Ed25519, base64url) and the number of its newest status.
CREATE TABLE fleet (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  key_d TEXT NOT NULL,
  key_x TEXT NOT NULL,
  sequence INTEGER NOT NULL DEFAULT 0,
  -- Where statuses are sent.
  address TEXT,
  -- Unix ms: when the newest that was sent was taken over.
  sent_at INTEGER
) STRICT;

-- Statuses as they were signed: those not sent yet, at most a month of them, and the newest.
CREATE TABLE fleet_status (
  sequence INTEGER PRIMARY KEY,
  text TEXT NOT NULL,
  service_day TEXT NOT NULL,
  -- The steady clock, ms.
  made_tick INTEGER NOT NULL,
  sent INTEGER NOT NULL DEFAULT 0 CHECK (sent IN (0, 1))
) STRICT;

-- What was taken from this machine's site.json: its revision, the office's place, and each value as it was set (JSON).
CREATE TABLE fleet_site (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  revision INTEGER NOT NULL,
  code TEXT NOT NULL,
  assignments TEXT NOT NULL
) STRICT;
