-- How many questions a month had of each value, added up as they are logged: a dashboard never reads the questions themselves.
CREATE TABLE question_counts (
  month TEXT NOT NULL CHECK (month GLOB '????-??'),
  variable TEXT NOT NULL,
  value TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  PRIMARY KEY (month, variable, value)
) STRICT, WITHOUT ROWID;

-- How often a flow was begun on this machine in a month, and where it ended: with an outcome, or on a question where somebody left.
CREATE TABLE flow_counts (
  month TEXT NOT NULL CHECK (month GLOB '????-??'),
  flow TEXT NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('begun', 'finished', 'left')),
  -- The question on which somebody left; empty for the others.
  step TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  PRIMARY KEY (month, flow, what, step)
) STRICT, WITHOUT ROWID;
