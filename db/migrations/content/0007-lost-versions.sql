-- A version that was on the screen, rotted on this disk, and was taken out because nothing near had it again: an update may bring the
-- very same number once more.
CREATE TABLE lost_versions (
  pack_id TEXT PRIMARY KEY,
  version INTEGER NOT NULL
) STRICT;

-- What comes from a repository is higher than this: the highest version that was ever shown, or one less while that one is lost.
CREATE VIEW pack_thresholds AS
  SELECT pack_id, pack_floors.version - (lost_versions.version IS NOT NULL) AS version
  FROM pack_floors LEFT JOIN lost_versions USING (pack_id, version);

DROP TRIGGER versions_from_a_repository_rise;
CREATE TRIGGER versions_from_a_repository_rise BEFORE INSERT ON pack_versions
WHEN NEW.origin = 'repository'
  AND EXISTS (SELECT 1 FROM pack_thresholds WHERE pack_id = NEW.pack_id AND version >= NEW.version)
  AND NOT EXISTS (SELECT 1 FROM pack_versions WHERE pack_id = NEW.pack_id AND version = NEW.version
    AND digest = NEW.digest AND origin = NEW.origin)
BEGIN
  SELECT RAISE(ABORT, 'a pack version not higher than the installed one is refused');
END;

-- It is back, or something higher took its place.
CREATE TRIGGER lost_versions_come_back AFTER UPDATE ON active_packs
BEGIN
  DELETE FROM lost_versions WHERE pack_id = NEW.pack_id AND version <= NEW.version;
END;
