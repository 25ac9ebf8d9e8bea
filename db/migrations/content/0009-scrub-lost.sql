-- What rotted and nothing near had again, by name, as JSON: in the look that is going on, and in the last whole one. A start tells it
-- again, and it is looked for again soon.
ALTER TABLE scrub_status ADD COLUMN losing TEXT NOT NULL DEFAULT '[]';
ALTER TABLE scrub_status ADD COLUMN lost TEXT NOT NULL DEFAULT '[]';
