-- What this device told of itself while it belonged to no server, and what a server tells of the same month afterwards, stand beside each
-- other: they share no question, so both may stay as they were told (decision 39).
CREATE TABLE publications_of_both (
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  source TEXT NOT NULL CHECK (source IN ('desk', 'server')),
  told TEXT NOT NULL CHECK (json_valid(told)),
  PRIMARY KEY (month, source)
) STRICT, WITHOUT ROWID;
INSERT INTO publications_of_both (month, source, told) SELECT month, source, told FROM publications;
DROP TABLE publications;
ALTER TABLE publications_of_both RENAME TO publications;

-- A question that this device told of itself: no server hears of it, nor of what becomes of it.
ALTER TABLE desk_questions ADD COLUMN told_here INTEGER NOT NULL DEFAULT 0 CHECK (told_here IN (0, 1));
