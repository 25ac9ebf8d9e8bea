import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { enrolCommand } from '../../../cli/outbox/enrol-command.ts';
import { acknowledgeOutbox, exportOutbox } from '../../../cli/outbox/stick-commands.ts';
import { showStagedPack } from '../../../db/content/updates/show-pack.ts';
import { stagePack } from '../../../db/content/updates/stage-pack.ts';
import { countOutbox } from '../../../db/ops/outbox.ts';
import { putInOutbox } from '../../../db/ops/put-in-outbox.ts';
import { aDataFolder, aStore, MIGRATIONS } from '../../builders/a-store.ts';
import { A_CODE, aSyncServer } from '../../builders/a-sync-server.ts';
import { aPackToInstall } from '../../builders/pack-to-install.ts';
import { runCommand, runLongCommand } from '../../builders/run-balie.ts';

test('a kiosk that is never online is enrolled once and tells what it has by stick', async () => {
  const server = await aSyncServer();
  const [data, stick] = [aDataFolder(), aDataFolder()];
  const at = ['--data', data, '--migrations', MIGRATIONS];
  expect(() => runCommand(exportOutbox, stick, ...at)).toThrow('belongs to no server');
  const enrol = (code: string) => runLongCommand(enrolCommand, '--server', server.url, '--code', code, ...at);
  await expect(enrol('AAAA-AAAA-AAAA')).rejects.toThrow('not known');
  expect(await enrol(A_CODE)).toMatchObject({ status: 0, out: expect.stringContaining('bieb, Centrum') });

  const db = aStore('ops', join(data, 'ops.db'));
  putInOutbox(db, new Date(), { type: 'search-empty', body: { language: 'nl' } });
  runCommand(exportOutbox, stick, ...at);
  const body = readFileSync(join(stick, 'BATCH.json'));
  expect(JSON.parse(String(body)).health).toMatchObject({ packs: [], freeBytes: expect.any(Number) });
  const answer = server.acknowledge(body, readFileSync(join(stick, 'BATCH.json.jws'), 'utf8'));
  expect(() => runCommand(acknowledgeOutbox, stick, ...at)).toThrow('cannot be used (ENOENT)');
  writeFileSync(join(stick, 'ACKNOWLEDGEMENT.json'), answer.body);
  writeFileSync(join(stick, 'ACKNOWLEDGEMENT.json.jws'), 'x');
  expect(() => runCommand(acknowledgeOutbox, stick, ...at)).toThrow('not signed');
  expect(countOutbox(db)).toBe(1);
  writeFileSync(join(stick, 'ACKNOWLEDGEMENT.json.jws'), answer.signature);
  expect(runCommand(acknowledgeOutbox, stick, ...at).out).toContain('has 1 items');
  expect([countOutbox(db), server.stored.size]).toEqual([0, 1]);
});

test('a stick of which a server took only a part says how much is left', async () => {
  const server = await aSyncServer();
  const [data, stick] = [aDataFolder(), aDataFolder()];
  const at = ['--data', data, '--migrations', MIGRATIONS];
  await runLongCommand(enrolCommand, '--server', server.url, '--code', A_CODE, ...at);
  const db = aStore('ops', join(data, 'ops.db'));
  for (let each = 0; each < 250; each++)
    putInOutbox(db, new Date(), { type: 'search-empty', body: { language: 'nl' } });
  const round = () => {
    const written = runCommand(exportOutbox, stick, ...at).out;
    const body = readFileSync(join(stick, 'BATCH.json'));
    const answer = server.acknowledge(body, readFileSync(join(stick, 'BATCH.json.jws'), 'utf8'));
    writeFileSync(join(stick, 'ACKNOWLEDGEMENT.json'), answer.body);
    writeFileSync(join(stick, 'ACKNOWLEDGEMENT.json.jws'), answer.signature);
    return [written, runCommand(acknowledgeOutbox, stick, ...at).out];
  };
  expect(round().map((out) => out.match(/\d+ still wait/)?.[0])).toEqual([undefined, '50 still wait']);
  expect(round().map((out) => out.includes('still wait'))).toEqual([false, false]);
  expect([countOutbox(db), server.stored.size]).toEqual([0, 250]);
});

test('a stick takes no more than 20,000 items beside the first batch, the oldest, and says how many wait', async () => {
  const server = await aSyncServer();
  const [data, stick] = [aDataFolder(), aDataFolder()];
  const at = ['--data', data, '--migrations', MIGRATIONS];
  await runLongCommand(enrolCommand, '--server', server.url, '--code', A_CODE, ...at);
  aStore('ops', join(data, 'ops.db')).exec(
    `INSERT INTO outbox (id, at, type, body)
       WITH RECURSIVE each (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM each WHERE number < 20300)
       SELECT printf('01980000-0000-7000-8000-%012x', number), '2026-11-27T14:00:00Z', 'read-aloud', '{}' FROM each`,
  );
  expect(runCommand(exportOutbox, stick, ...at).out).toMatch(/BATCH-101\.json is written.* 100 still wait/);
  const { items } = JSON.parse(readFileSync(join(stick, 'BATCH-101.json'), 'utf8'));
  expect([items.length, items.at(-1).seq]).toEqual([200, 20_200]);
  expect(existsSync(join(stick, 'BATCH-102.json'))).toBe(false);
});

test('what goes by stick tells which versions are on the screen, as the network does', async () => {
  const server = await aSyncServer();
  const [data, stick] = [aDataFolder(), aDataFolder()];
  const at = ['--data', data, '--migrations', MIGRATIONS];
  await runLongCommand(enrolCommand, '--server', server.url, '--code', A_CODE, ...at);
  const content = aStore('content', join(data, 'content.db'));
  stagePack(content, aPackToInstall({ version: 7 }), { sha256: '0'.repeat(64), body: '{}' });
  showStagedPack(content, 'klein');
  const followed = { library: 'bieb', pack: 'klein', channel: 'stable' };
  const other = { library: 'bieb', pack: 'ander', channel: 'stable' };
  writeFileSync(join(data, 'repository.json'), JSON.stringify({ follow: [followed, other] }));
  runCommand(exportOutbox, stick, ...at);
  const { health } = JSON.parse(readFileSync(join(stick, 'BATCH.json'), 'utf8'));
  expect(health.packs).toEqual([
    { ...followed, version: 7 },
    { ...other, version: 0 },
  ]);
});
