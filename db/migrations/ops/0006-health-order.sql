-- The number of the batch that was made last: of two that reach the server it tells which one is newer.
ALTER TABLE enrolment ADD COLUMN health_seq INTEGER NOT NULL DEFAULT 0 CHECK (health_seq >= 0);
