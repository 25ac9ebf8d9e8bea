import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readInWorker } from '../../../packs/directory/read-in-worker.ts';
import { UnreadableDirectoryError } from '../../../packs/directory/unreadable-directory.ts';
import { aService } from '../../builders/a-service.ts';
import { aFolder } from '../../builders/pack-folder.ts';

const fileOf = (content: string) => join(aFolder({ 'services.json': content }), 'services.json');

async function readAll(path: string) {
  const all = [];
  for await (const batch of readInWorker(path)) all.push(...batch);
  return all;
}

test('services come checked and ready to be written, with what is wrong in them', async () => {
  const records = await readAll(fileOf(JSON.stringify([aService(), { id: 'x' }, 7])));
  expect(records).toMatchObject([
    { kind: 'checked', service: { id: 'taalcafe', name: 'Taalcafé' }, remarks: [] },
    { kind: 'checked', service: undefined, remarks: [{ dropped: 'all' }] },
    { kind: 'fault', place: { file: 'services.json', path: '$[2]' } },
  ]);
});

test('all services come once and in their order, whoever checks them', async () => {
  const many = Array.from({ length: 3000 }, (_, n) => aService({ id: `s${n}` }));
  const records = await readAll(fileOf(JSON.stringify(many)));
  const ids = records.map((each) =>
    each.kind === 'checked'
      ? each.service?.id
      : each.kind === 'service' && (JSON.parse(each.text) as { id: string }).id,
  );
  expect(ids).toEqual(many.map(({ id }) => id));
  expect(records.every(({ kind }, n) => kind === 'checked' || n > 0)).toBe(true);
});

test('what is wrong with a file is told on this side as it was on that', async () => {
  await expect(readAll(fileOf('[{"id":'))).rejects.toThrow(UnreadableDirectoryError);
  await expect(readAll('/nowhere/services.json')).rejects.toThrow('There is no file');
});

test('who stops listening stops the worker', async () => {
  const many = Array.from({ length: 5000 }, (_, n) => aService({ id: `s${n}` }));
  for await (const batch of readInWorker(fileOf(JSON.stringify(many)))) {
    expect(batch.length).toBeGreaterThan(0);
    break;
  }
});
