-- The newest list of other offices' keys that was taken over, as it was signed. Names of offices, and no personal data.

CREATE TABLE trust_list (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  -- A compact JWS; read again with the regency's key whenever it is used.
  list TEXT NOT NULL,
  -- The regency's key that it was read with, in base64url, and its place among that key's lists.
  signer TEXT NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  -- How it came here.
  source TEXT NOT NULL CHECK (source IN ('file', 'feed')),
  -- Unix ms.
  taken_at INTEGER NOT NULL
) STRICT;
