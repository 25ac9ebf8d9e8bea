-- One log of what was done here, to which lines are only added. Each carries the hash of the one before, so that none can be
-- taken out, changed or moved without a trace; audit_head says where it ends. The sums are in audit-chain.ts.
CREATE TABLE audit_numbered (seq INTEGER PRIMARY KEY, at TEXT, act TEXT, detail TEXT) STRICT;
INSERT INTO audit_numbered
  SELECT row_number() OVER (ORDER BY id), at, act, detail FROM audit
  UNION ALL
  SELECT count(*) + 1, max(at), 'chained', '' FROM audit HAVING count(*) > 0;
DROP TABLE audit;
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY CHECK (seq > 0),
  -- By the clock of this device, which can be wrong. The order is in seq.
  at TEXT NOT NULL,
  act TEXT NOT NULL,
  -- The id of who did it, 'admin' for whoever knows the PIN of this device; none before there were people, and for the device itself.
  person TEXT,
  detail TEXT NOT NULL,
  prev TEXT NOT NULL CHECK (length(prev) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
INSERT INTO audit (seq, at, act, person, detail, prev, hash)
  WITH RECURSIVE chain (seq, at, act, detail, prev, hash) AS (
    SELECT seq, at, act, detail, audit_hash(), audit_hash(seq, at, act, NULL, detail, audit_hash())
      FROM audit_numbered WHERE seq = 1
    UNION ALL
    SELECT line.seq, line.at, line.act, line.detail, chain.hash,
        audit_hash(line.seq, line.at, line.act, NULL, line.detail, chain.hash)
      FROM chain JOIN audit_numbered line ON line.seq = chain.seq + 1
  )
  SELECT seq, at, act, NULL, detail, prev, hash FROM chain;
DROP TABLE audit_numbered;

-- The last line, sealed with a key that is not in this store.
CREATE TABLE audit_head (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL,
  seal TEXT
) STRICT;
INSERT INTO audit_head (only, seq, hash) SELECT 1, seq, hash FROM audit ORDER BY seq DESC LIMIT 1;

CREATE TRIGGER audit_goes_on BEFORE INSERT ON audit
  WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit)
    OR NEW.prev <> (SELECT hash FROM audit ORDER BY seq DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'the audit log goes on where it ended'); END;
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
  BEGIN SELECT RAISE(ABORT, 'a line of the audit log is never changed'); END;
CREATE TRIGGER audit_is_not_cut BEFORE DELETE ON audit
  BEGIN SELECT RAISE(ABORT, 'a line of the audit log is never taken out'); END;
CREATE TRIGGER audit_head_stays BEFORE DELETE ON audit_head
  BEGIN SELECT RAISE(ABORT, 'the end of the audit log is always known'); END;

-- Who works at this device: a name to show and what they may do. `server`: on the list of the library's server, which says who leaves.
CREATE TABLE people (
  id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64 AND id <> 'admin'),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  role TEXT NOT NULL CHECK (role IN ('staff', 'admin')),
  source TEXT NOT NULL CHECK (source IN ('here', 'server'))
) STRICT;

-- Their PINs, and under 'admin' the one of this device. Nothing of them leaves it.
CREATE TABLE pins (
  who TEXT PRIMARY KEY,
  hash TEXT NOT NULL CHECK (hash GLOB '$argon2id$*'),
  failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
  locked_ms INTEGER NOT NULL DEFAULT 0 CHECK (locked_ms >= 0)
) STRICT;
INSERT INTO pins (who, hash, failures, locked_ms) SELECT 'admin', hash, failures, locked_ms FROM admin_pin;
DROP TABLE admin_pin;
CREATE TRIGGER people_leave_no_pin AFTER DELETE ON people
  BEGIN DELETE FROM pins WHERE who = OLD.id; END;
