-- The highest number of what the desk said that the server told it heard: a server that says less lost what came after (decision 38).
ALTER TABLE handovers ADD COLUMN heard_said INTEGER NOT NULL DEFAULT 0 CHECK (heard_said >= 0);
-- Since when the clock says of a handover what it should not: that it was given later than now, or so long ago that it is to be forgotten.
ALTER TABLE handovers ADD COLUMN noticed_at TEXT;
