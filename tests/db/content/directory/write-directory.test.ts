import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { activeDirectory } from '../../../../db/content/directory/active-directory.ts';
import { readerOf, readService } from '../../../../db/content/directory/read-directory.ts';
import {
  beginDirectory,
  clearUnshown,
  OvertakenError,
  showDirectory,
} from '../../../../db/content/directory/write-directory.ts';
import { aDirectory, prepared } from '../../../builders/a-directory.ts';
import { aSchedule, aService } from '../../../builders/a-service.ts';
import { aDataFolder, aStore, everyRow } from '../../../builders/a-store.ts';

test('a service comes out as it went in, its fields in the same order', () => {
  const service = aService();
  const db = aDirectory([service]);
  expect(JSON.stringify(readService(db, 'taalcafe'))).toBe(JSON.stringify(service));
});

test('what services share stands once', () => {
  const db = aDirectory([aService(), aService({ id: 'ander' })]);
  const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  expect(['organizations', 'locations', 'services'].map((table) => count(`directory_${table}`))).toEqual([
    1, 1, 2,
  ]);
  expect(readService(db, 'ander')?.organization?.name).toBe('De bibliotheek');
});

describe('what is written', () => {
  test('is not shown before it is flipped', () => {
    const db = aDirectory([aService()]);
    const draft = beginDirectory(db, 'import', 'next');
    draft.add(prepared(aService({ name: 'Nieuw' })));
    draft.save();
    expect(readService(db, 'taalcafe')?.name).toBe('Taalcafé');
    draft.save();
    showDirectory(db, draft.generation, () => undefined);
    expect(readService(db, 'taalcafe')?.name).toBe('Nieuw');
    expect(activeDirectory(db)).toMatchObject({ origin: 'import', digest: 'next' });
  });

  test('leaves nothing of what was shown before', () => {
    const db = aDirectory([aService(), aService({ id: 'weg' })]);
    aDirectory([aService()], db);
    expect(readService(db, 'weg')).toBeUndefined();
    expect(db.prepare('SELECT count(DISTINCT generation) FROM directory_services').pluck().get()).toBe(1);
    expect(everyRow(db)['directories']).toHaveLength(1);
  });

  test('leaves an import alone that began as it was shown', () => {
    const db = aDirectory([aService()]);
    const draft = beginDirectory(db, 'import', 'next');
    draft.add(prepared(aService()));
    draft.save();
    showDirectory(db, draft.generation, () => {
      db.prepare("INSERT INTO directories (origin, digest) VALUES ('import', 'other')").run();
    });
    expect(db.prepare('SELECT digest FROM directories ORDER BY generation').pluck().all()).toEqual([
      expect.stringContaining('next'),
      'other',
    ]);
  });

  test('is cleared away when the import was broken off', () => {
    const db = aDirectory([aService()]);
    const before = everyRow(db);
    const draft = beginDirectory(db, 'import', 'half');
    draft.add(prepared(aService({ id: 'half' })));
    draft.save();
    expect(everyRow(db)).not.toEqual(before);
    clearUnshown(db);
    expect(everyRow(db)).toEqual(before);
  });

  test('is not shown when what must come along fails', () => {
    const db = aDirectory([aService()]);
    const draft = beginDirectory(db, 'import', 'next');
    draft.add(prepared(aService({ name: 'Nieuw' })));
    draft.save();
    const fails = () => {
      throw new Error('no index');
    };
    expect(() => showDirectory(db, draft.generation, fails)).toThrow('no index');
    expect(readService(db, 'taalcafe')?.name).toBe('Taalcafé');
  });
});

describe('when two imports go on at a time', () => {
  const named = (...ids: string[]) => prepared(...ids.map((id) => aService({ id })));

  test('the one that began last is shown whole, and the other one ends', () => {
    const file = join(aDataFolder(), 'content.db');
    const [one, other] = [aStore('content', file), aStore('content', file)];
    const first = beginDirectory(one, 'import', 'first');
    first.add(named('a', 'b'));
    first.save();
    const second = beginDirectory(other, 'import', 'second');
    second.add(named('x'));
    second.save();
    expect(() => first.add(named('c'))).toThrow(OvertakenError);
    one.exec('ROLLBACK');
    expect(() => showDirectory(one, first.generation, () => undefined)).toThrow(OvertakenError);
    second.add(named('y', 'z'));
    second.save();
    showDirectory(other, second.generation, () => undefined);
    const shown = readerOf(other, second.generation).after(0, 10);
    expect(shown.map(({ service }) => service.id)).toEqual(['x', 'y', 'z']);
    expect(everyRow(other)['directory_services']).toHaveLength(3);
  });

  test('what the other one cleans up is its own', () => {
    const file = join(aDataFolder(), 'content.db');
    const [one, other] = [aStore('content', file), aStore('content', file)];
    const first = beginDirectory(one, 'import', 'first');
    const second = beginDirectory(other, 'import', 'second');
    second.add(named('x'));
    second.save();
    expect(() => first.add(named('a'))).toThrow(OvertakenError);
    one.exec('ROLLBACK');
    clearUnshown(one, first.generation);
    showDirectory(other, second.generation, () => undefined);
    expect(readService(other, 'x')?.id).toBe('x');
  });
});

describe('it is told', () => {
  test('when an id stands twice, in one go or in two; the first stays', () => {
    const db = aStore('content');
    const draft = beginDirectory(db, 'import', 'x');
    expect(draft.add(prepared(aService(), aService({ name: 'Tweede' })))).toEqual([
      [{ kind: 'written' }],
      [{ kind: 'double' }],
    ]);
    expect(draft.add(prepared(aService({ name: 'Derde' })))).toEqual([[{ kind: 'double' }]]);
    draft.save();
    showDirectory(db, draft.generation, () => undefined);
    expect(readService(db, 'taalcafe')?.name).toBe('Taalcafé');
  });

  test('when a record that is shared says another thing than before; the first stays', () => {
    const db = aStore('content');
    const draft = beginDirectory(db, 'import', 'x');
    draft.add(prepared(aService()));
    const other = aService({ id: 'ander', organization: { id: 'bibliotheek', name: 'Iets anders' } });
    expect(draft.add(prepared(other))).toEqual([
      [{ kind: 'written' }, { kind: 'differs', what: 'organization', id: 'bibliotheek' }],
    ]);
    draft.save();
    showDirectory(db, draft.generation, () => undefined);
    expect(readService(db, 'ander')?.organization?.name).toBe('De bibliotheek');
  });
});

test('a service that has stopped is kept, and not shown', () => {
  const db = aDirectory([aService({ status: 'defunct' })]);
  expect(readService(db, 'taalcafe')).toBeUndefined();
  expect(readerOf(db, 1).byId('taalcafe')?.status).toBe('defunct');
});

test('services are read on from a number, so many at a time', () => {
  const db = aDirectory(['a', 'b', 'c'].map((id) => aService({ id })));
  const reader = readerOf(db, 1);
  const first = reader.after(0, 2);
  expect(first.map(({ service }) => service.id)).toEqual(['a', 'b']);
  expect(reader.after(first[1]?.number ?? 0, 2).map(({ service }) => service.id)).toEqual(['c']);
});

test('a value that is no JSON is damage', () => {
  const db = aDirectory([aService()]);
  db.pragma('ignore_check_constraints = ON');
  db.exec("UPDATE directory_organizations SET body = '{'");
  expect(() => readService(db, 'taalcafe')).toThrow('no JSON');
});

test('more rows than one statement takes', () => {
  const many = Array.from({ length: 450 }, (_, number) =>
    aService({ id: `s${number}`, schedules: [aSchedule({ id: `week${number}` })] }),
  );
  const db = aDirectory(many);
  expect(db.prepare('SELECT count(*) FROM directory_services').pluck().get()).toBe(450);
  expect(readService(db, 's449')?.schedules?.[0]?.id).toBe('week449');
});
