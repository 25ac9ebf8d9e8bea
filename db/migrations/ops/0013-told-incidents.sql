-- The newest incident that the server was told of, and the one that the batch on its way tells of: what comes in between is told next.
ALTER TABLE enrolment ADD COLUMN told_incident INTEGER NOT NULL DEFAULT 0 CHECK (told_incident >= 0);
ALTER TABLE enrolment ADD COLUMN batch_incident INTEGER NOT NULL DEFAULT 0 CHECK (batch_incident >= 0);
UPDATE enrolment SET
  told_incident = (SELECT coalesce(max(id), 0) FROM incidents WHERE at <= last_contact),
  batch_incident = (SELECT coalesce(max(id), 0) FROM incidents WHERE at <= batch ->> '$.health.clock');
