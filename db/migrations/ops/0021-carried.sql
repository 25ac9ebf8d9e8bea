-- Up to which number of the outbox a stick took along more than the batch that is on its way (decision 30).
ALTER TABLE enrolment ADD COLUMN carried INTEGER NOT NULL DEFAULT 0 CHECK (carried >= 0);
