-- What went wrong at this kiosk, for the staff who mend it. No visitor, no answer, no free text of a visitor.
CREATE TABLE incidents (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  code TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;
