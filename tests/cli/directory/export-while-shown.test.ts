import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { exportCommand } from '../../../cli/directory/export-command.ts';
import { FileWriter } from '../../../cli/directory/file-writer.ts';
import { beginDirectory, showDirectory } from '../../../db/content/directory/write-directory.ts';
import { aDirectory, prepared } from '../../builders/a-directory.ts';
import { aService } from '../../builders/a-service.ts';
import { aDataFolder, aStore, MIGRATIONS } from '../../builders/a-store.ts';
import { runCommand } from '../../builders/run-balie.ts';

afterEach(() => vi.restoreAllMocks());

// More than are read at a time.
const SERVICES = Array.from({ length: 1200 }, (_, index) =>
  aService({ id: `s${index}`, ...(index > 0 && { service_at_locations: undefined }) }),
);

test.each([
  ['json', 'services.json', '"name":"Taalcafé"'],
  ['tabular', 'services.csv', 'Taalcafé'],
])('an export is whole, also when another import is shown meanwhile: %s', (format, file, mark) => {
  const data = aDataFolder();
  const db = aDirectory(SERVICES, aStore('content', join(data, 'content.db')));
  const next = beginDirectory(db, 'import', 'next');
  next.add(prepared(aService({ id: 'other', name: 'Iets anders' })));
  next.save();
  let written = 0;
  const { write } = FileWriter.prototype;
  vi.spyOn(FileWriter.prototype, 'write').mockImplementation(function (this: FileWriter, text) {
    if (++written === 100) showDirectory(db, next.generation, () => undefined);
    write.call(this, text);
  });
  const out = join(aDataFolder(), 'out');
  const told = runCommand(exportCommand, out, '--format', format, '--data', data, '--migrations', MIGRATIONS);
  expect(written).toBeGreaterThan(100);
  expect(told).toMatchObject({ status: 0, out: `Exported 1200 services to ${out}.` });
  expect(readFileSync(join(out, file), 'utf8').split(mark)).toHaveLength(1201);
});
