-- Questions at the desk, each as it is now. No visitor: who asked is written nowhere. Numbers rise in the order of logging, and none is
-- given twice.
CREATE TABLE desk_questions (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL CHECK (length(id) = 36),
  -- The hour on the wall in which it was asked, and the time at which it was logged.
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??'),
  logged_at TEXT NOT NULL,
  category TEXT NOT NULL,
  sub_category TEXT,
  organization TEXT,
  channel TEXT NOT NULL,
  duration TEXT NOT NULL,
  outcome TEXT NOT NULL,
  language TEXT NOT NULL,
  place TEXT,
  nth INTEGER NOT NULL CHECK (nth > 0),
  -- The number of the first question of the same conversation; none when this is it. It never leaves this device.
  talk INTEGER,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;

-- What was changed or taken back afterwards: how it was, and how it became; nothing when it was taken back.
CREATE TABLE desk_changes (
  id INTEGER PRIMARY KEY,
  question INTEGER NOT NULL,
  at TEXT NOT NULL,
  before TEXT NOT NULL CHECK (json_valid(before)),
  after TEXT CHECK (after IS NULL OR json_valid(after))
) STRICT;
CREATE INDEX desk_changes_by_question ON desk_changes (question);

-- Free notes, where a library wants them. They never leave this device.
CREATE TABLE desk_notes (
  question INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  note TEXT NOT NULL CHECK (length(note) BETWEEN 1 AND 400)
) STRICT;
