// What SQLite takes for sound, and is not what was written.

import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { writeCopy } from '../../../db/ops/copies.ts';
import { logQuestion } from '../../../db/ops/desk/log-question.ts';
import { OPS_OPTIONS } from '../../../db/ops/ops-options.ts';
import { openOps } from '../../../electron/stores/open-ops.ts';
import { aDataFolder, aStore, MIGRATIONS } from '../../builders/a-store.ts';
import { aQuestion } from '../../core/domain/desk/a-question.ts';

function open(dataDir: string) {
  const told: string[] = [];
  const log = { note: () => undefined, trouble: () => undefined };
  const places = { dataDir, migrationsDir: MIGRATIONS, nativeBinding: undefined };
  const db = openOps(places, { tell: (trouble) => void told.push(trouble), log }, '7');
  onTestFinished(() => void db?.close());
  return { db, told };
}

test.each([
  ['that no day has', "UPDATE outbox SET at = 'r' || substr(at, 2) WHERE seq = 2"],
  ['of another day', "UPDATE outbox SET at = replace(at, '2026', '2022') WHERE seq = 2"],
])(
  'an hour %s, of something that waits for the server, is damage: the server would read none of it',
  (_, rot) => {
    const dataDir = aDataFolder();
    const { id: __, at, nth: ___, ...facts } = aQuestion();
    const db = aStore('ops', join(dataDir, 'ops.db'), OPS_OPTIONS);
    for (let each = 0; each < 3; each++) logQuestion(db, new Date('2026-11-26T13:00:00Z'), { at, facts });
    writeCopy(db, join(dataDir, 'copies'));
    db.close();
    expect(open(dataDir).told).toEqual([]);

    const spoilt = new Database(join(dataDir, 'ops.db'));
    spoilt.exec(rot);
    spoilt.close();
    const again = open(dataDir);
    expect(again.told).toEqual(['ops-restored']);
    expect(again.db?.prepare('SELECT DISTINCT at FROM outbox').pluck().all()).toEqual([
      '2026-11-26T13:00:00Z',
    ]);
  },
);
