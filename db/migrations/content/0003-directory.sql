-- One row an import of the directory. What it brought is staged under its generation until the row below flips.
CREATE TABLE directories (
  generation INTEGER PRIMARY KEY AUTOINCREMENT,
  -- The one that came with the app is replaced by a newer one of the same kind; one that a library imported is not.
  origin TEXT NOT NULL CHECK (origin IN ('factory', 'import')),
  digest TEXT NOT NULL
) STRICT;

-- The import that visitors see. The flip of this row is all that makes an import count.
CREATE TABLE active_directory (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  generation INTEGER NOT NULL REFERENCES directories (generation)
) STRICT;
CREATE INDEX active_directory_by_generation ON active_directory (generation);

-- What several services share: it stands once, and a service points at it.
CREATE TABLE directory_organizations (
  generation INTEGER NOT NULL,
  id TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  UNIQUE (generation, id)
) STRICT;

CREATE TABLE directory_locations (
  generation INTEGER NOT NULL,
  id TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  UNIQUE (generation, id)
) STRICT;

CREATE TABLE directory_services (
  number INTEGER PRIMARY KEY,
  generation INTEGER NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL COLLATE NOCASE,
  -- The schedules of each place where it is given: "open now" is asked of many services, and needs nothing else.
  hours TEXT NOT NULL CHECK (json_valid(hours)),
  body TEXT NOT NULL CHECK (json_valid(body)),
  UNIQUE (generation, id)
) STRICT;
CREATE INDEX directory_services_by_name ON directory_services (generation, name);

-- What services are found by. A service that visitors may see has the facet "shown".
CREATE TABLE directory_facets (
  generation INTEGER NOT NULL,
  facet TEXT NOT NULL,
  value TEXT NOT NULL,
  service INTEGER NOT NULL,
  PRIMARY KEY (generation, facet, value, service)
) STRICT, WITHOUT ROWID;
