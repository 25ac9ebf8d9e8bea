-- The device id under which the server last told of a handover; of one from before this nobody knows it, until the server tells of it again.
-- Only of what it had from this id can a server have lost something (decision 38).
ALTER TABLE handovers ADD COLUMN told_by TEXT;
