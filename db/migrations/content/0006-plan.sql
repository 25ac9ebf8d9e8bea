-- What the server of this device said last of roll-outs, as it signed it, and whose word it is. It says when, never what: what may be
-- installed at all, the signatures of the repository say.
CREATE TABLE rollout_plan (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  server_key TEXT NOT NULL,
  place TEXT NOT NULL,
  number INTEGER NOT NULL,
  etag TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

-- What follows from it for versions in this store. `idle`: shown when nobody is there; `closed`: not before closing time, or `latest`;
-- `never`: its roll-out was stopped; `back`: it is shown, and gives way to the version before it.
CREATE TABLE pack_turns (
  pack_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  turn TEXT NOT NULL CHECK (turn IN ('idle', 'closed', 'never', 'back')),
  latest TEXT,
  schedules TEXT NOT NULL CHECK (json_valid(schedules)),
  PRIMARY KEY (pack_id, version)
) STRICT;
