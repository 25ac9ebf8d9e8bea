-- To whom this desk hands over, as the server told it last. `body` is JSON.
CREATE TABLE partners (
  id TEXT PRIMARY KEY,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT, WITHOUT ROWID;

-- Handovers that this desk gave. What a visitor typed is not here, nor in any copy of this store: locked, it is a file of its own.
CREATE TABLE handovers (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  code TEXT NOT NULL UNIQUE CHECK (length(code) = 9),
  partner TEXT NOT NULL,
  -- The name as it was: a partner can go.
  partner_name TEXT NOT NULL,
  given_at TEXT NOT NULL CHECK (given_at GLOB '????-??-??T??:00:00Z'),
  state TEXT NOT NULL CHECK (state IN ('given', 'called', 'accepted', 'done', 'no-show', 'withdrawn')),
  sealed TEXT NOT NULL CHECK (sealed IN ('none', 'here', 'waiting', 'delivered', 'deleted')),
  -- Does the server have it?
  told TEXT NOT NULL DEFAULT 'no' CHECK (told IN ('no', 'yes', 'refused')),
  -- The number of what the desk said last.
  last_said INTEGER NOT NULL DEFAULT 0 CHECK (last_said >= 0)
) STRICT, WITHOUT ROWID;

-- What the desk said that the server did not hear yet.
CREATE TABLE handover_said (
  handover TEXT NOT NULL REFERENCES handovers ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number > 0),
  state TEXT NOT NULL,
  PRIMARY KEY (handover, number)
) STRICT, WITHOUT ROWID;
