import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DirectoryRecord } from '../../../../core/domain/directory/directory-record.ts';
import { prepareService } from '../../../../core/domain/directory/prepare-service.ts';
import { TermBook } from '../../../../core/domain/directory/term-book.ts';
import { importDirectory } from '../../../../db/content/directory/import-directory.ts';
import { migrate, readMigrations } from '../../../../db/migrate.ts';
import { openInMemory, type WriteDb } from '../../../../db/open.ts';
import { anAttribute, aService } from '../../../builders/a-service.ts';
import { aStore, MIGRATIONS } from '../../../builders/a-store.ts';
import { importFiles, servicesIn } from '../../../builders/import-directory.ts';

const json = (...services: object[]) => ({ 'services.json': JSON.stringify(services) });

describe('a term that says another thing than before', () => {
  const named = (id: string, name: string) => {
    const topic = anAttribute('topic', 'ontmoeten');
    return aService({ id, attributes: [{ ...topic, taxonomy_term: { ...topic.taxonomy_term, name } }] });
  };
  const namesIn = (db: WriteDb) =>
    servicesIn(db).map(({ attributes }) => attributes?.[0]?.taxonomy_term.name);

  test('is told, and the first one stays', async () => {
    const db = aStore('content');
    const { lines } = await importFiles(db, json(named('a', 'Een'), named('b', 'Twee'), named('c', 'Een')));
    expect(namesIn(db)).toEqual(['Een', 'Een', 'Een']);
    expect(lines).toEqual([
      'services.json $[1]: taxonomy_term term-topic-ontmoeten says another thing than before; the first one stays',
    ]);
  });

  test('the same, where each service comes checked or not', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('Een', 'Twee', 'Drie'), fc.boolean())),
        async (some) => {
          const worker = new TermBook();
          const batch = some.map(([name, isChecked], index): DirectoryRecord => {
            const service = named(`s${index}`, name);
            const place = { file: 'x', path: `$[${index}]` };
            return isChecked
              ? {
                  kind: 'checked',
                  service: prepareService(service),
                  remarks: [],
                  terms: worker.news(service),
                  place,
                }
              : { kind: 'service', text: JSON.stringify(service), place };
          });
          const lines: string[] = [];
          async function* batches() {
            yield batch;
          }
          const db = openInMemory(undefined);
          migrate(db, readMigrations(join(MIGRATIONS, 'content')));
          const tell = (line: string) => void lines.push(line);
          await importDirectory(db, batches(), { origin: 'import', digest: '', tell });
          const first = some[0]?.[0];
          expect(namesIn(db)).toEqual(some.map(() => first));
          expect(lines).toHaveLength(some.filter(([name]) => name !== first).length);
          db.close();
        },
      ),
      { numRuns: 60 },
    );
  });
});
