-- Synonyms are a part of a pack. A pack from before has none.
ALTER TABLE pack_versions ADD COLUMN synonyms TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(synonyms));

-- Where documents in the index come from (`pack:zelfredzaam`), and what they were made of: another digest, another index.
CREATE TABLE search_sources (
  source TEXT PRIMARY KEY,
  made_of TEXT NOT NULL
) STRICT;

CREATE TABLE search_languages (
  language_id INTEGER PRIMARY KEY CHECK (language_id BETWEEN 1 AND 255),
  language TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE search_documents (
  document_id INTEGER PRIMARY KEY CHECK (document_id BETWEEN 1 AND 16777215),
  source TEXT NOT NULL REFERENCES search_sources (source),
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  topic TEXT NOT NULL,
  picture TEXT NOT NULL,
  review_by TEXT
) STRICT;
CREATE INDEX search_documents_by_source ON search_documents (source);

-- What a result shows. The four rows are those of this text in the two indexes below.
CREATE TABLE search_texts (
  document_id INTEGER NOT NULL REFERENCES search_documents (document_id) ON DELETE CASCADE,
  language_id INTEGER NOT NULL,
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  title_row INTEGER NOT NULL,
  summary_row INTEGER NOT NULL,
  strong_row INTEGER NOT NULL,
  body_row INTEGER NOT NULL,
  PRIMARY KEY (document_id, language_id)
) STRICT, WITHOUT ROWID;

-- The number of a row is its rank: the first that is found is the best. The terms are made by the app.
CREATE VIRTUAL TABLE search_titles USING fts5 (
  terms, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4 5 6 7', tokenize = 'unicode61 remove_diacritics 0'
);
CREATE VIRTUAL TABLE search_bodies USING fts5 (
  terms, content = '', contentless_delete = 1, detail = none, prefix = '3 4', tokenize = 'unicode61 remove_diacritics 0'
);

-- The words that are written anywhere, and in how many texts.
CREATE TABLE search_words (
  word_id INTEGER PRIMARY KEY,
  source TEXT NOT NULL REFERENCES search_sources (source),
  language_id INTEGER NOT NULL,
  word TEXT NOT NULL,
  texts INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX search_words_by_word ON search_words (language_id, word, source);
CREATE INDEX search_words_by_source ON search_words (source);

-- Every word without one of its letters: a word with a slip in it shares one of these with the word that was meant.
CREATE TABLE search_deletions (
  hash INTEGER NOT NULL,
  word_id INTEGER NOT NULL,
  PRIMARY KEY (hash, word_id)
) STRICT, WITHOUT ROWID;

-- What people say, and what they then look for. Both are stems, separated by spaces; `lead` is the longest that is said.
CREATE TABLE search_synonyms (
  source TEXT NOT NULL REFERENCES search_sources (source),
  language_id INTEGER NOT NULL,
  lead TEXT NOT NULL,
  said TEXT NOT NULL,
  finds TEXT NOT NULL
) STRICT;
CREATE INDEX search_synonyms_by_lead ON search_synonyms (language_id, lead);
CREATE INDEX search_synonyms_by_source ON search_synonyms (source);
