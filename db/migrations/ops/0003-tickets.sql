-- The ticket number that was given out last, on the one day that counts: yesterday's is of no use to anybody.
CREATE TABLE tickets (
  day TEXT PRIMARY KEY CHECK (day GLOB '????-??-??'),
  last INTEGER NOT NULL CHECK (last > 0)
) STRICT, WITHOUT ROWID;
