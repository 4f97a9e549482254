-- How one display differs from the lounge's others. `volume` is 0 to 1, NULL: as loud as the lounge; `counters` is a JSON
-- list of the ids that it shows and calls, NULL: all.

ALTER TABLE device ADD COLUMN volume REAL CHECK (volume BETWEEN 0 AND 1);
ALTER TABLE device ADD COLUMN counters TEXT;
ALTER TABLE device ADD COLUMN language TEXT NOT NULL DEFAULT 'id' CHECK (language IN ('id', 'en'));
