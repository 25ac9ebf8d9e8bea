-- How often a search found nothing, by hour and language. What was asked is written nowhere.
CREATE TABLE empty_searches (
  hour TEXT NOT NULL CHECK (hour GLOB '????-??-??T??'),
  language TEXT NOT NULL,
  times INTEGER NOT NULL CHECK (times > 0),
  PRIMARY KEY (hour, language)
) STRICT, WITHOUT ROWID;
