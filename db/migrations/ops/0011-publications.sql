-- What is told of a month, made once and never again (decision 36). `server`: as the server of this device published it of the library;
-- `desk`: made here, of what this device counted, while it belonged to no server. `told` is JSON.
CREATE TABLE publications (
  month TEXT PRIMARY KEY CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  source TEXT NOT NULL CHECK (source IN ('desk', 'server')),
  told TEXT NOT NULL CHECK (json_valid(told))
) STRICT, WITHOUT ROWID;
