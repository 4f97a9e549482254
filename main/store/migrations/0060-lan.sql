-- The lounge's own network. One row, once a supervisor has chosen one: by its name, because addresses change.

CREATE TABLE lan (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
  interface TEXT NOT NULL,
  port INTEGER NOT NULL CHECK (port BETWEEN 1024 AND 65535)
) STRICT;
