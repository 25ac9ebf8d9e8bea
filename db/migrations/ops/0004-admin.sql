-- Who may look after this kiosk: whoever knows the PIN. Its hash is of no use without the pepper, which is a file beside the store.
CREATE TABLE admin_pin (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  hash TEXT NOT NULL CHECK (hash GLOB '$argon2id$*'),
  -- Wrong PINs in a row. Counted before a PIN is looked at, so that pulling the plug gives nobody another try.
  failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
  -- What is left of a lock-out, in milliseconds in which the kiosk runs. No time of day: a clock can be set.
  locked_ms INTEGER NOT NULL DEFAULT 0 CHECK (locked_ms >= 0)
) STRICT;

-- What was done at this kiosk by whoever knows the PIN: what and when, and not who.
CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  act TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;

-- Since when a version of a pack is on the screen, as far as this kiosk has seen.
CREATE TABLE versions_shown (
  id INTEGER PRIMARY KEY,
  pack_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX versions_shown_by_pack ON versions_shown (pack_id, version);
