-- Since when the clock says that a month is over which this device may tell of itself, and the question that was the newest then. It is told
-- of when the clock still says so a day later (decision 39).
CREATE TABLE months_over (
  month TEXT PRIMARY KEY CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  noticed_at TEXT NOT NULL,
  newest INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
