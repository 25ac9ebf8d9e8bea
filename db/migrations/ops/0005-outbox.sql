-- What waits to be told to the server. AUTOINCREMENT: a number is never given twice, also when its row is gone.
CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:00:00Z'),
  type TEXT NOT NULL,
  -- 200 of them stay well below what a server reads of one request.
  body TEXT NOT NULL CHECK (json_valid(body) AND length(body) <= 600)
) STRICT;

-- To which server this device belongs, and how the two fare. One row; none on a kiosk that is not enrolled.
CREATE TABLE enrolment (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  server TEXT NOT NULL,
  device TEXT NOT NULL,
  library TEXT NOT NULL,
  branch TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'approved', 'revoked')),
  server_key TEXT NOT NULL,
  last_contact TEXT,
  -- Why the last try came to nothing; none when it went well.
  last_failure TEXT,
  -- Starts since the last contact.
  starts INTEGER NOT NULL DEFAULT 0 CHECK (starts >= 0),
  -- Items that made room for newer ones, and items that the server put aside.
  dropped INTEGER NOT NULL DEFAULT 0 CHECK (dropped >= 0),
  quarantined INTEGER NOT NULL DEFAULT 0 CHECK (quarantined >= 0),
  -- The batch that is on its way: the same bytes go again until it is acknowledged.
  batch TEXT
) STRICT;
