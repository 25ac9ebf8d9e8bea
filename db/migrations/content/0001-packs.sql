-- One row a version of a pack that is in the store; the previous one stays, so that it can be brought back.
CREATE TABLE pack_versions (
  pack_id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  digest TEXT NOT NULL,
  about TEXT NOT NULL CHECK (json_valid(about)),
  words TEXT NOT NULL CHECK (json_valid(words)),
  parameters TEXT NOT NULL CHECK (json_valid(parameters)),
  contacts TEXT NOT NULL CHECK (json_valid(contacts)),
  PRIMARY KEY (pack_id, version)
) STRICT;

-- The version that visitors see. An install flips this row, in the transaction that wrote the rest.
CREATE TABLE active_packs (
  pack_id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  FOREIGN KEY (pack_id, version) REFERENCES pack_versions (pack_id, version)
) STRICT;

CREATE TRIGGER active_packs_never_go_back BEFORE UPDATE ON active_packs WHEN NEW.version < OLD.version
BEGIN
  SELECT RAISE(ABORT, 'a pack version lower than the active one is refused');
END;

-- INSERT OR REPLACE would pass by the trigger above: it deletes the old row and tells no trigger.
CREATE TRIGGER active_packs_are_not_replaced BEFORE INSERT ON active_packs
WHEN EXISTS (SELECT 1 FROM active_packs WHERE pack_id = NEW.pack_id AND version > NEW.version)
BEGIN
  SELECT RAISE(ABORT, 'a pack version lower than the active one is refused');
END;

CREATE TABLE topics (
  pack_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (pack_id, version, id),
  FOREIGN KEY (pack_id, version) REFERENCES pack_versions (pack_id, version) ON DELETE CASCADE
) STRICT;

CREATE TABLE flows (
  pack_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  id TEXT NOT NULL,
  topic TEXT NOT NULL,
  picture TEXT NOT NULL,
  review_by TEXT NOT NULL,
  titles TEXT NOT NULL CHECK (json_valid(titles)),
  body TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (pack_id, version, id),
  FOREIGN KEY (pack_id, version) REFERENCES pack_versions (pack_id, version) ON DELETE CASCADE
) STRICT;
CREATE INDEX flows_by_topic ON flows (pack_id, version, topic);

CREATE TABLE articles (
  pack_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  id TEXT NOT NULL,
  topic TEXT NOT NULL,
  picture TEXT NOT NULL,
  review_by TEXT NOT NULL,
  titles TEXT NOT NULL CHECK (json_valid(titles)),
  body TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (pack_id, version, id),
  FOREIGN KEY (pack_id, version) REFERENCES pack_versions (pack_id, version) ON DELETE CASCADE
) STRICT;
CREATE INDEX articles_by_topic ON articles (pack_id, version, topic);

CREATE TABLE media (
  pack_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  path TEXT NOT NULL,
  type TEXT NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (pack_id, version, path),
  FOREIGN KEY (pack_id, version) REFERENCES pack_versions (pack_id, version) ON DELETE CASCADE
) STRICT;
