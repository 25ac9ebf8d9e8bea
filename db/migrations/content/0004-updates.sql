-- Where a version came from: a folder on this machine, or a repository with signed metadata.
ALTER TABLE pack_versions ADD COLUMN origin TEXT NOT NULL DEFAULT 'folder' CHECK (origin IN ('folder', 'repository'));

-- The signed list of the files of a version from a repository: what a later update need not fetch again.
CREATE TABLE pack_manifests (
  pack_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  -- SHA-256 of the manifest as it is signed: nothing new is fetched while the repository still says the same.
  sha256 TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (pack_id, version),
  FOREIGN KEY (pack_id, version) REFERENCES pack_versions (pack_id, version) ON DELETE CASCADE
) STRICT;

-- The highest version that was ever shown. It only rises: whoever brings back an old version does not open the door to older ones.
CREATE TABLE pack_floors (
  pack_id TEXT PRIMARY KEY,
  version INTEGER NOT NULL
) STRICT;
INSERT INTO pack_floors (pack_id, version) SELECT pack_id, version FROM active_packs;

CREATE TRIGGER pack_floors_never_sink BEFORE UPDATE ON pack_floors
WHEN NEW.version < OLD.version OR NEW.pack_id <> OLD.pack_id
BEGIN
  SELECT RAISE(ABORT, 'the highest version that was shown never sinks');
END;

-- INSERT OR REPLACE would pass by the trigger above: it deletes the old row and tells no trigger.
CREATE TRIGGER pack_floors_are_not_replaced BEFORE INSERT ON pack_floors
WHEN EXISTS (SELECT 1 FROM pack_floors WHERE pack_id = NEW.pack_id)
BEGIN
  SELECT RAISE(ABORT, 'the highest version that was shown never sinks');
END;

CREATE TRIGGER pack_floors_stay BEFORE DELETE ON pack_floors
BEGIN
  SELECT RAISE(ABORT, 'the highest version that was shown never sinks');
END;

-- The version before the one that is shown: what a roll-back brings back.
CREATE TABLE previous_packs (
  pack_id TEXT PRIMARY KEY,
  version INTEGER NOT NULL
) STRICT;
INSERT INTO previous_packs (pack_id, version)
  SELECT pack_id, max(lower.version) FROM active_packs AS shown JOIN pack_versions AS lower USING (pack_id)
  WHERE lower.version < shown.version GROUP BY pack_id;

-- Somebody chose to show this version, and no other one is shown until they let go of it.
CREATE TABLE pack_holds (
  pack_id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  held_at TEXT NOT NULL
) STRICT;

DROP TRIGGER active_packs_never_go_back;
DROP TRIGGER active_packs_are_not_replaced;

CREATE TRIGGER active_packs_never_go_back BEFORE UPDATE ON active_packs
WHEN NEW.version < OLD.version
  AND NOT EXISTS (SELECT 1 FROM pack_holds WHERE pack_id = NEW.pack_id AND version = NEW.version)
BEGIN
  SELECT RAISE(ABORT, 'a pack version lower than the active one is refused');
END;

CREATE TRIGGER active_packs_are_not_replaced BEFORE INSERT ON active_packs
WHEN EXISTS (SELECT 1 FROM active_packs WHERE pack_id = NEW.pack_id AND version > NEW.version)
  AND NOT EXISTS (SELECT 1 FROM pack_holds WHERE pack_id = NEW.pack_id AND version = NEW.version)
BEGIN
  SELECT RAISE(ABORT, 'a pack version lower than the active one is refused');
END;

CREATE TRIGGER held_packs_stay BEFORE UPDATE ON active_packs
WHEN EXISTS (SELECT 1 FROM pack_holds WHERE pack_id = NEW.pack_id AND version <> NEW.version)
BEGIN
  SELECT RAISE(ABORT, 'another version of this pack is held');
END;

CREATE TRIGGER floors_are_laid AFTER INSERT ON active_packs
BEGIN
  INSERT INTO pack_floors (pack_id, version) SELECT NEW.pack_id, NEW.version
    WHERE NOT EXISTS (SELECT 1 FROM pack_floors WHERE pack_id = NEW.pack_id);
  UPDATE pack_floors SET version = NEW.version WHERE pack_id = NEW.pack_id AND version < NEW.version;
END;

CREATE TRIGGER floors_rise AFTER UPDATE ON active_packs
BEGIN
  UPDATE pack_floors SET version = NEW.version WHERE pack_id = NEW.pack_id AND version < NEW.version;
  DELETE FROM previous_packs WHERE pack_id = NEW.pack_id AND NEW.version <> OLD.version;
  INSERT INTO previous_packs (pack_id, version) SELECT NEW.pack_id, OLD.version WHERE NEW.version <> OLD.version;
END;

-- What comes from a repository is higher than all that was shown before, and never written over once it was shown.
CREATE TRIGGER versions_from_a_repository_rise BEFORE INSERT ON pack_versions
WHEN NEW.origin = 'repository'
  AND EXISTS (SELECT 1 FROM pack_floors WHERE pack_id = NEW.pack_id AND version >= NEW.version)
BEGIN
  SELECT RAISE(ABORT, 'a pack version not higher than the installed one is refused');
END;

CREATE TRIGGER versions_from_a_repository_stay BEFORE UPDATE ON pack_versions
WHEN OLD.origin = 'repository'
  AND EXISTS (SELECT 1 FROM pack_floors WHERE pack_id = OLD.pack_id AND version >= OLD.version)
BEGIN
  SELECT RAISE(ABORT, 'a pack version not higher than the installed one is refused');
END;

-- What was last trusted of a repository's metadata, by file. The files beside the store may be torn; these are not.
CREATE TABLE trusted_metadata (
  name TEXT PRIMARY KEY,
  body BLOB NOT NULL
) STRICT;

-- The latest time at which metadata was trusted, in milliseconds since 1970. A clock that went back does not bring back what expired.
CREATE TABLE trusted_time (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  at INTEGER NOT NULL
) STRICT;

CREATE TRIGGER trusted_time_never_goes_back BEFORE UPDATE ON trusted_time WHEN NEW.at < OLD.at
BEGIN
  SELECT RAISE(ABORT, 'the last trusted time never goes back');
END;

-- When a repository was last heard, and what went wrong last; in milliseconds since 1970.
CREATE TABLE update_status (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  contacted_at INTEGER,
  failed_at INTEGER,
  failure TEXT
) STRICT;
INSERT INTO update_status (only) VALUES (1);
