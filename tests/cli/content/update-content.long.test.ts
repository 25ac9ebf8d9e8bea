import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CommandError } from '../../../cli/command-error.ts';
import { releaseContent, rollBackContent } from '../../../cli/content/hold-content.ts';
import { installContent } from '../../../cli/content/install-content.ts';
import { updateContent } from '../../../cli/content/update-content.ts';
import { activeVersion } from '../../../db/content/install-pack.ts';
import { writePackTurn } from '../../../db/content/updates/pack-turns.ts';
import { listActs } from '../../../db/ops/audit.ts';
import { openSource } from '../../../updates/open-source.ts';
import { prepareUpdate } from '../../../updates/prepare-update.ts';
import { aDataFolder, aStore, MIGRATIONS } from '../../builders/a-store.ts';
import { packFolder } from '../../builders/pack-folder.ts';
import { runCommand, runLongCommand } from '../../builders/run-balie.ts';
import { TODAY } from '../../builders/today.ts';
import { aServer } from '../../builders/updates/a-server.ts';
import {
  aRawRepository,
  NOW,
  packOf,
  type RawRepository,
  STABLE,
} from '../../builders/updates/raw-repository.ts';

/** A kiosk's data folder that trusts a repository and follows its pack. */
function trusting(repository: RawRepository): string {
  const data = aDataFolder();
  copyFileSync(join(repository.folder, 'metadata/1.root.json'), join(data, 'root.json'));
  writeFileSync(
    join(data, 'repository.json'),
    JSON.stringify({ address: repository.folder, follow: [STABLE] }),
  );
  return data;
}

const update = (from: string, data: string, ...more: string[]) =>
  runLongCommand(updateContent, from, '--data', data, '--migrations', MIGRATIONS, ...more);

/** What the command complains of, and its exit status. */
async function complaint(act: () => unknown): Promise<string> {
  try {
    await act();
  } catch (error) {
    expect(error).toBeInstanceOf(CommandError);
    return `${(error as CommandError).exitStatus}: ${(error as Error).message}`;
  }
  throw new Error('The command does not complain.');
}

describe('an update', () => {
  test('comes from a folder and then over the network, into a store that was not there, and says what changed', async () => {
    const repository = aRawRepository(1);
    const data = trusting(repository);
    expect((await update(repository.folder, data)).out).toMatch(
      /^Installed klein 1: \d+ files added, 0 changed, 0 removed; \d+ bytes fetched\.$/,
    );
    repository.publish(2);
    const { address } = await aServer(repository.folder);
    expect((await update(address, data)).out).toContain(
      'Installed klein 2: 0 files added, 2 changed, 0 removed',
    );
    expect(await update(address, data)).toEqual({ status: 0, out: 'klein: there is nothing new.' });
  });

  test('shows what the kiosk made ready for closing time, at once', async () => {
    const repository = aRawRepository(1);
    const data = trusting(repository);
    await update(repository.folder, data);
    repository.publish(2);
    const db = aStore('content', join(data, 'content.db'));
    const [ready] = await prepareUpdate(await openSource(repository.folder), {
      ...{ db, dataDir: data, bundledRoot: repository.bundledRoot, follow: [STABLE], now: NOW, today: TODAY },
    });
    expect(ready?.outcome.kind).toBe('ready');
    writePackTurn(db, { pack_id: 'klein', version: 2, turn: 'closed', latest: null, schedules: [] });
    expect(await update(repository.folder, data)).toEqual({
      status: 0,
      out: 'Installed klein 2, which lay ready.',
    });
    expect(activeVersion(db, 'klein')?.version).toBe(2);
    expect((await update(repository.folder, data)).out).toBe('klein: there is nothing new.');
  });

  test('of what has expired wants a word of somebody', async () => {
    const repository = aRawRepository();
    repository.addPack(2);
    repository.signLibrary();
    repository.signSnapshot();
    repository.signTimestamp((body) => {
      body['expires'] = '2020-01-01T00:00:00Z';
    });
    const data = trusting(repository);
    expect(await complaint(() => update(repository.folder, data))).toMatch(
      /^1: The signatures .* have expired/,
    );
    expect((await update(repository.folder, data, '--accept-expired')).status).toBe(0);
    expect(listActs(aStore('ops', join(data, 'ops.db')), 9)).toMatchObject([
      { act: 'accepted-expired', person: 'admin', detail: repository.folder },
    ]);
  });

  test('of what has expired is not done where it cannot be logged', async () => {
    const repository = aRawRepository(1);
    const data = trusting(repository);
    writeFileSync(join(data, 'ops.db'), 'no store');
    expect(await complaint(() => update(repository.folder, data, '--accept-expired'))).toMatch(/ops|store/);
    expect(activeVersion(aStore('content', join(data, 'content.db')), 'klein')).toBeUndefined();
  });

  test('of a pack that is broken has status 1, and the reason', async () => {
    const repository = aRawRepository();
    repository.publish(1, packOf(1, { 'topics.yaml': 'no: list' }));
    const { status, out } = await update(repository.folder, trusting(repository));
    expect([status, out]).toEqual([
      1,
      expect.stringMatching(/^klein: klein 1 does not pass the check: topics\.yaml/),
    ]);
  });

  test('of a pack that is not there, and of a lower version, has status 1 and says so', async () => {
    const repository = aRawRepository(3);
    const data = trusting(repository);
    const other = await update(repository.folder, data, '--pack', 'bieb/ander');
    expect([other.status, other.out]).toEqual([
      1,
      expect.stringContaining('does not have it on this channel'),
    ]);
    await update(repository.folder, data);
    repository.publish(2);
    const lower = await update(repository.folder, data);
    expect([lower.status, lower.out]).toEqual([1, expect.stringContaining('has version 2, and 3 was shown')]);
  });
});

describe('it says what to do', () => {
  test.each<[string, (data: string, repository: RawRepository) => Promise<unknown>, RegExp]>([
    [
      'when --pack is no name',
      (data, { folder }) => update(folder, data, '--pack', '../x'),
      /^2: .*LIBRARY\/PACK/,
    ],
    [
      'when --pack has three parts',
      (data, { folder }) => update(folder, data, '--pack', 'a/b/c'),
      /^2: .*LIBRARY\/PACK/,
    ],
    [
      'when --channel is none',
      (data, { folder }) => update(folder, data, '--pack', 'a/b', '--channel', 'x'),
      /^2: --channel/,
    ],
    [
      'when there is no root',
      (data, { folder }) => update(folder, data, '--root', join(data, 'none')),
      /^1: .*root of trust/,
    ],
    ['when there is no such folder', (data) => update(join(data, 'none'), data), /^1: There is no folder/],
    ['when the address is none', (data) => update('ftp://x.example', data), /^1: .*https:/],
    ['when nobody answers', (data) => update('http://127.0.0.1:1', data), /^1: .*Is there a network/],
    [
      'when the settings are wrong',
      (data, { folder }) => {
        writeFileSync(join(data, 'repository.json'), '{"address": "x"}');
        return update(folder, data);
      },
      /^1: .*repository\.json is wrong/,
    ],
    [
      'when there are none',
      (_, { folder }) => update(folder, aDataFolder()),
      /^2: --pack LIBRARY\/PACK is missing/,
    ],
    [
      'when the data folder holds a file in the way',
      (data, { folder }) => {
        writeFileSync(join(data, 'trust'), '');
        return update(folder, data);
      },
      /^1: /,
    ],
  ])('%s', async (_, act, wanted) => {
    const repository = aRawRepository(2);
    expect(await complaint(() => act(trusting(repository), repository))).toMatch(wanted);
  });
});

describe('a roll-back', () => {
  const run = (command: (args: string[]) => number, data: string, ...args: string[]) =>
    runCommand(command, ...args, '--data', data, '--migrations', MIGRATIONS);

  test('shows the version before until it is released', async () => {
    const repository = aRawRepository(1);
    const data = trusting(repository);
    await update(repository.folder, data);
    repository.publish(2);
    await update(repository.folder, data);
    expect(run(rollBackContent, data, 'klein').out).toMatch(/^klein 1 is shown and held/);
    repository.publish(3);
    expect((await update(repository.folder, data)).out).toContain(
      'klein 3 lies ready; the version that is shown is held',
    );
    expect(
      await complaint(() =>
        runLongCommand(
          installContent,
          packFolder({ 'pack.yaml': packOf(4)['pack.yaml'] }),
          '--data',
          data,
          '--migrations',
          MIGRATIONS,
        ),
      ),
    ).toContain('is held');
    // It still does, when it is asked for again.
    expect((await update(repository.folder, data)).out).toContain(
      'klein 3 lies ready; the version that is shown is held',
    );
    expect(run(releaseContent, data, 'klein').out).toMatch(/^klein is let go\. 3 lies ready: .*next visit/);
    expect((await update(repository.folder, data)).out).toBe('Installed klein 3, which lay ready.');
    expect(activeVersion(aStore('content', join(data, 'content.db')), 'klein')?.version).toBe(3);
    expect(run(releaseContent, data, 'klein').out).toBe(
      'klein is let go: the next higher version is shown when it comes.',
    );
    repository.publish(4);
    expect((await update(repository.folder, data)).out).toContain('Installed klein 4');
  });

  test('to factory content takes a folder', async () => {
    const repository = aRawRepository(5);
    const data = trusting(repository);
    await update(repository.folder, data);
    expect(await complaint(() => run(rollBackContent, data, 'klein'))).toMatch(
      /^1: There is no version .*--to/,
    );
    expect(run(rollBackContent, data, 'klein', '--to', packFolder()).out).toMatch(
      /^klein 1 is shown and held/,
    );
    expect(activeVersion(aStore('content', join(data, 'content.db')), 'klein')?.version).toBe(1);
  });

  test.each([
    ['of a pack that is not there', ['ander'], 'shows no pack'],
    ['to a folder that is not there', ['klein', '--to', '/nowhere'], 'no folder'],
    ['to a broken pack', ['klein', '--to', packFolderLater({ 'topics.yaml': 'no: list' })], 'errors'],
    [
      'to another pack',
      [
        'klein',
        '--to',
        packFolderLater({ 'pack.yaml': String(packOf(1)['pack.yaml']).replace('id: klein', 'id: ander') }),
      ],
      'is ander, not klein',
    ],
  ])('%s says what is wrong', async (_, args, wanted) => {
    const repository = aRawRepository(5);
    const data = trusting(repository);
    await update(repository.folder, data);
    const real = args.map((arg) => (typeof arg === 'string' ? arg : packFolder(arg)));
    expect(await complaint(() => run(rollBackContent, data, ...real))).toContain(wanted);
  });
});

/** The folder is made inside the test, so that it goes with it. */
function packFolderLater(changed: Record<string, string>): Record<string, string> {
  return changed;
}
