-- Up to which question the counts and the outbox have what follows from each of them; higher numbers were logged since (decision 40).
-- `mirror` is ~until: one that rotted does not fit the other any more.
CREATE TABLE passed_on (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  until INTEGER NOT NULL,
  mirror INTEGER NOT NULL
) STRICT;
-- Until now each was counted, and put into the outbox, as it was logged.
INSERT INTO passed_on (only, until, mirror)
  SELECT 1, number, ~number FROM (SELECT coalesce(max(number), 0) AS number FROM desk_questions);
