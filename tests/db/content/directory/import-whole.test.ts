import { describe, expect, test, vi } from 'vitest';
import { activeDirectory } from '../../../../db/content/directory/active-directory.ts';
import { importDirectory } from '../../../../db/content/directory/import-directory.ts';
import { aDirectory } from '../../../builders/a-directory.ts';
import { aService } from '../../../builders/a-service.ts';
import { aStore, everyRow } from '../../../builders/a-store.ts';
import { importFiles } from '../../../builders/import-directory.ts';

const json = (...services: object[]) => ({ 'services.json': JSON.stringify(services) });

describe('the old directory stays, whole', () => {
  test('when nothing is of use', async () => {
    const db = aDirectory([aService({ id: 'oud' })]);
    const before = everyRow(db);
    expect(await importFiles(db, json({ id: 'x' }))).toMatchObject({ services: 0, dropped: 1 });
    expect(everyRow(db)).toEqual(before);
  });

  test('when the reader fails half way', async () => {
    const db = aDirectory([aService({ id: 'oud' })]);
    const before = everyRow(db);
    async function* half() {
      const place = { file: 'x' };
      yield Array.from({ length: 3000 }, (_, n) => ({
        kind: 'service' as const,
        text: JSON.stringify(aService({ id: `n${n}` })),
        place,
      }));
      throw new Error('the stick was pulled out');
    }
    const plan = { origin: 'import' as const, digest: '', tell: () => undefined };
    await expect(importDirectory(db, half(), plan)).rejects.toThrow('the stick was pulled out');
    expect(everyRow(db)).toEqual(before);
    expect(activeDirectory(db)?.digest).toBe('test');
  });

  test('and every later write is brought to the disk as before', async () => {
    const db = aStore('content');
    const settings = () =>
      ['synchronous', 'cache_size', 'wal_autocheckpoint'].map((name) => db.pragma(name, { simple: true }));
    const before = settings();
    expect(before[0], 'FULL').toBe(2);
    await importFiles(db, json(aService()));
    expect(settings()).toEqual(before);
    await expect(importFiles(db, { 'services.json': '[{' })).rejects.toThrow();
    expect(settings()).toEqual(before);
  });

  test('and the import is shown by a commit that is brought to the disk', async () => {
    const db = aStore('content');
    const atFlip: unknown[] = [];
    const prepare = db.prepare.bind(db);
    vi.spyOn(db, 'prepare').mockImplementation((sql: string) => {
      if (sql.includes('INTO active_directory')) atFlip.push(db.pragma('synchronous', { simple: true }));
      return prepare(sql);
    });
    await importFiles(db, json(aService()));
    expect(atFlip, 'FULL').toEqual([2]);
  });

  test('when the disk is full', async () => {
    const db = aDirectory([aService({ id: 'oud' })]);
    const before = everyRow(db);
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 20}`);
    const many = Array.from({ length: 500 }, (_, n) => aService({ id: `n${n}` }));
    await expect(importFiles(db, json(...many))).rejects.toMatchObject({ code: 'SQLITE_FULL' });
    expect(everyRow(db)).toEqual(before);
  });
});
