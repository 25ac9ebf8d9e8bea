-- What came with the app and is shown in place of what a library publishes stands under a number of its own: 2147483648 above that in its
-- pack.yaml, where no library can publish (versions fit in 31 bits). So it may be there beside a signed version of the same number, it
-- moves no floor, and what the library publishes next still comes. Below, "beside" is above 2147483647.

-- Packs that a library brought, also where no version of them is left that says so, and as floors.json of a store of before knew.
CREATE TABLE published_packs (
  pack_id TEXT PRIMARY KEY
) STRICT;

INSERT INTO published_packs (pack_id)
  SELECT pack_id FROM lost_versions
  UNION SELECT pack_id FROM pack_versions JOIN pack_floors AS floors USING (pack_id)
    WHERE origin = 'repository' AND pack_versions.version <= floors.version;

-- What was never shown may have been published in vain.
CREATE TRIGGER published_packs_are_remembered AFTER DELETE ON pack_versions
WHEN OLD.origin = 'repository' AND OLD.version <= (SELECT version FROM pack_floors WHERE pack_id = OLD.pack_id)
BEGIN
  INSERT OR IGNORE INTO published_packs (pack_id) VALUES (OLD.pack_id);
END;

CREATE TRIGGER nothing_signed_is_beside BEFORE INSERT ON pack_versions
WHEN NEW.version > 2147483647 AND NEW.origin <> 'folder'
BEGIN
  SELECT RAISE(ABORT, 'a signed version has a number of 31 bits');
END;

CREATE TRIGGER nothing_beside_is_signed BEFORE UPDATE ON pack_versions
WHEN NEW.version > 2147483647 AND NEW.origin <> 'folder'
BEGIN
  SELECT RAISE(ABORT, 'a signed version has a number of 31 bits');
END;

-- Also before it was shown: what lies ready is replaced by the next one, and by nothing from a folder.
DROP TRIGGER versions_from_a_repository_stay;
CREATE TRIGGER versions_from_a_repository_stay BEFORE UPDATE ON pack_versions
WHEN OLD.origin = 'repository'
  AND (NEW.digest <> OLD.digest OR NEW.origin <> OLD.origin OR NEW.pack_id <> OLD.pack_id OR NEW.version <> OLD.version)
BEGIN
  SELECT RAISE(ABORT, 'a version that was signed is never written over');
END;

-- What stands beside comes only where nothing is shown, or where it is held; after it comes what is not below the floor.
DROP TRIGGER active_packs_never_go_back;
CREATE TRIGGER active_packs_never_go_back BEFORE UPDATE ON active_packs
WHEN ((NEW.version > 2147483647 AND NEW.version <> OLD.version)
    OR NEW.version < iif(OLD.version > 2147483647, (SELECT version FROM pack_floors WHERE pack_id = NEW.pack_id), OLD.version))
  AND NOT EXISTS (SELECT 1 FROM pack_holds WHERE pack_id = NEW.pack_id AND version = NEW.version)
BEGIN
  SELECT RAISE(ABORT, 'a pack version lower than the active one is refused');
END;

DROP TRIGGER active_packs_are_not_replaced;
CREATE TRIGGER active_packs_are_not_replaced BEFORE INSERT ON active_packs
WHEN EXISTS (SELECT 1 FROM active_packs AS shown WHERE pack_id = NEW.pack_id
    AND ((NEW.version > 2147483647 AND NEW.version <> shown.version)
      OR NEW.version < iif(shown.version > 2147483647, (SELECT version FROM pack_floors WHERE pack_id = NEW.pack_id), shown.version)))
  AND NOT EXISTS (SELECT 1 FROM pack_holds WHERE pack_id = NEW.pack_id AND version = NEW.version)
BEGIN
  SELECT RAISE(ABORT, 'a pack version lower than the active one is refused');
END;

DROP TRIGGER floors_are_laid;
CREATE TRIGGER floors_are_laid AFTER INSERT ON active_packs WHEN NEW.version <= 2147483647
BEGIN
  INSERT INTO pack_floors (pack_id, version) SELECT NEW.pack_id, NEW.version
    WHERE NOT EXISTS (SELECT 1 FROM pack_floors WHERE pack_id = NEW.pack_id);
  UPDATE pack_floors SET version = NEW.version WHERE pack_id = NEW.pack_id AND version < NEW.version;
END;

-- Where what stood beside was the first that was shown, no floor was laid yet.
DROP TRIGGER floors_rise;
CREATE TRIGGER floors_rise AFTER UPDATE ON active_packs
BEGIN
  INSERT INTO pack_floors (pack_id, version) SELECT NEW.pack_id, NEW.version
    WHERE NEW.version <= 2147483647 AND NOT EXISTS (SELECT 1 FROM pack_floors WHERE pack_id = NEW.pack_id);
  UPDATE pack_floors SET version = NEW.version
    WHERE pack_id = NEW.pack_id AND version < NEW.version AND NEW.version <= 2147483647;
  DELETE FROM previous_packs WHERE pack_id = NEW.pack_id AND NEW.version <> OLD.version;
  INSERT INTO previous_packs (pack_id, version) SELECT NEW.pack_id, OLD.version WHERE NEW.version <> OLD.version;
END;

-- What was lost still is while something else stands in its place.
DROP TRIGGER lost_versions_come_back;
CREATE TRIGGER lost_versions_come_back AFTER UPDATE ON active_packs WHEN NEW.version <= 2147483647
BEGIN
  DELETE FROM lost_versions WHERE pack_id = NEW.pack_id AND version <= NEW.version;
END;

DROP TRIGGER lost_versions_are_shown;
CREATE TRIGGER lost_versions_are_shown AFTER INSERT ON active_packs WHEN NEW.version <= 2147483647
BEGIN
  DELETE FROM lost_versions WHERE pack_id = NEW.pack_id AND version <= NEW.version;
END;
