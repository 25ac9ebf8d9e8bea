-- Pictures lie once, in blobs/ beside the store, by their digest. keep_blob() puts one there and gives its SHA-256.
ALTER TABLE media RENAME TO media_with_bytes;

CREATE TABLE media (
  pack_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  path TEXT NOT NULL,
  type TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (sha256 NOT GLOB '*[^0-9a-f]*' AND length(sha256) = 64),
  -- Bytes.
  size INTEGER NOT NULL CHECK (size >= 0),
  PRIMARY KEY (pack_id, version, path),
  FOREIGN KEY (pack_id, version) REFERENCES pack_versions (pack_id, version) ON DELETE CASCADE
) STRICT;
INSERT INTO media (pack_id, version, path, type, sha256, size)
  SELECT pack_id, version, path, type, keep_blob(bytes), length(bytes) FROM media_with_bytes;
DROP TABLE media_with_bytes;
CREATE INDEX media_by_sha256 ON media (sha256);

-- SHA-256 over all rows of a version, as they were written: what rots in them later is found by it. A migration that changes a
-- table of these rows empties this one; the next scrub lays the proofs anew.
CREATE TABLE content_proofs (
  pack_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (pack_id, version),
  FOREIGN KEY (pack_id, version) REFERENCES pack_versions (pack_id, version) ON DELETE CASCADE
) STRICT;

-- What was signed is never written over with another content; the same one may be written again, to mend what rotted.
DROP TRIGGER versions_from_a_repository_rise;
CREATE TRIGGER versions_from_a_repository_rise BEFORE INSERT ON pack_versions
WHEN NEW.origin = 'repository'
  AND EXISTS (SELECT 1 FROM pack_floors WHERE pack_id = NEW.pack_id AND version >= NEW.version)
  AND NOT EXISTS (SELECT 1 FROM pack_versions WHERE pack_id = NEW.pack_id AND version = NEW.version
    AND digest = NEW.digest AND origin = NEW.origin)
BEGIN
  SELECT RAISE(ABORT, 'a pack version not higher than the installed one is refused');
END;

DROP TRIGGER versions_from_a_repository_stay;
CREATE TRIGGER versions_from_a_repository_stay BEFORE UPDATE ON pack_versions
WHEN OLD.origin = 'repository'
  AND (NEW.digest <> OLD.digest OR NEW.origin <> OLD.origin OR NEW.pack_id <> OLD.pack_id OR NEW.version <> OLD.version)
  AND EXISTS (SELECT 1 FROM pack_floors WHERE pack_id = OLD.pack_id AND version >= OLD.version)
BEGIN
  SELECT RAISE(ABORT, 'a pack version not higher than the installed one is refused');
END;

-- When all that is stored was last looked at, and how far the look that is going on has come. Times in milliseconds since 1970.
CREATE TABLE scrub_status (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  finished_at INTEGER,
  -- What was looked at last: looks go by this order. NULL between two looks.
  reached TEXT
) STRICT;
INSERT INTO scrub_status (only) VALUES (1);
