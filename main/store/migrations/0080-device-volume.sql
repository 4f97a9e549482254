-- How loud one display calls, 0 to 1. NULL: as loud as the lounge.

ALTER TABLE device ADD COLUMN volume REAL CHECK (volume BETWEEN 0 AND 1);
