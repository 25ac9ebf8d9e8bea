-- After the store came back from a copy: revisions of questions that the server may have heard already are all below this one, so that the
-- next correction has a higher one (revision-floor.ts). One row; none while this store was never brought back.
CREATE TABLE revision_floor (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  floor INTEGER NOT NULL CHECK (floor > 0)
) STRICT;
