import type { ServerMigration } from './server-migration.ts';

/** What was told of the use of kiosks, so that what comes after its month was closed is told later. What is there counts as told. */
export const USE_TOLD: ServerMigration = {
  name: '0017-use-told',
  statements: [
    `CREATE TABLE use_told (
      library TEXT NOT NULL REFERENCES libraries,
      type TEXT NOT NULL,
      body TEXT NOT NULL,
      number BIGINT NOT NULL,
      PRIMARY KEY (library, type, body)
    )`,
    `INSERT INTO use_told (library, type, body, number)
      SELECT counts.library, counts.type, counts.body, SUM(counts.number)
      FROM counts
      JOIN (SELECT library, MAX(month) AS month FROM publications GROUP BY library) closed
        ON closed.library = counts.library AND substr(counts.hour, 1, 7) <= closed.month
      GROUP BY counts.library, counts.type, counts.body`,
  ],
};
