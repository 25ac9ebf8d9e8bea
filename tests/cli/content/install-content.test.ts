import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CommandError } from '../../../cli/command-error.ts';
import { installContent } from '../../../cli/content/install-content.ts';
import { readService } from '../../../db/content/directory/read-directory.ts';
import { activeVersion, installPack } from '../../../db/content/install-pack.ts';
import { aDirectory } from '../../builders/a-directory.ts';
import { aService } from '../../builders/a-service.ts';
import { GOOD_FILES } from '../../builders/a-source.ts';
import { aDataFolder, aStore, everyRow, MIGRATIONS } from '../../builders/a-store.ts';
import { overwrite } from '../../builders/damage.ts';
import { aFolder, packFolder } from '../../builders/pack-folder.ts';
import { aPackToInstall } from '../../builders/pack-to-install.ts';
import { runLongCommand } from '../../builders/run-balie.ts';

const DIRECTORY = join(import.meta.dirname, '../../../assets/directory');

const install = (folder: string, data: string, migrations = MIGRATIONS) =>
  runLongCommand(installContent, folder, '--data', data, '--migrations', migrations);

/** What the command complains of, and the exit status that goes with it. */
async function complaint(
  act: () => Promise<unknown>,
): Promise<{ readonly message: string; readonly exitStatus: number }> {
  try {
    await act();
  } catch (error) {
    expect(error).toBeInstanceOf(CommandError);
    return error as CommandError;
  }
  throw new Error('The command does not complain.');
}

/** A data folder whose store shows the small pack in this version, and what is in it. */
function aDataFolderWithContent(version: number) {
  const data = aDataFolder();
  const db = aStore('content', join(data, 'content.db'));
  installPack(db, aPackToInstall({ version }));
  return { data, db, before: everyRow(db) };
}

test('a page that a pack before it has too is told, for no visitor sees it', async () => {
  const data = aDataFolder();
  await install(packFolder(), data);
  const about = { ...GOOD_FILES['pack.yaml'], id: 'zuid' };
  const { out } = await install(packFolder({ 'pack.yaml': JSON.stringify(about) }), data);
  expect(out.split('\n')).toEqual([
    'Installed zuid 1: 1 flows, 1 articles.',
    'No visitor sees the article "huur-uitleg" of zuid: the pack klein has one of that id, and comes first by name. Give one another id.',
    'No visitor sees the flow "huur" of zuid: the pack klein has one of that id, and comes first by name. Give one another id.',
  ]);
});

test('a pack is put into a store that is not there yet, and the second time there is nothing to do', async () => {
  const data = join(aDataFolder(), 'new');
  const folder = packFolder();
  expect(await install(folder, data)).toEqual({ status: 0, out: 'Installed klein 1: 1 flows, 1 articles.' });
  expect(await install(folder, data)).toEqual({ status: 0, out: 'The content is already in the store.' });
  expect(activeVersion(aStore('content', join(data, 'content.db')), 'klein')?.version).toBe(1);
});

describe('the store keeps what it had', () => {
  test('when the pack has errors, which are printed', async () => {
    const { data, db, before } = aDataFolderWithContent(1);
    const { message, exitStatus } = await complaint(() =>
      install(packFolder({ 'topics.yaml': 'no: list' }), data),
    );
    expect(message).toMatch(/topics\.yaml[\s\S]*The pack has \d+ errors/);
    expect(exitStatus).toBe(1);
    expect(everyRow(db)).toEqual(before);
  });

  test('when it shows a higher version', async () => {
    const { data, db, before } = aDataFolderWithContent(9);
    expect((await complaint(() => install(packFolder(), data))).message).toContain('a higher version');
    expect(everyRow(db)).toEqual(before);
  });

  test('when it cannot be used, and it is not touched: the kiosk sets it aside itself', async () => {
    const data = aDataFolder();
    const file = join(data, 'content.db');
    overwrite(file);
    const before = readFileSync(file);
    expect((await complaint(() => install(packFolder(), data))).message).toMatch(
      /\(unreadable\).*Start the kiosk once/,
    );
    expect(readFileSync(file)).toEqual(before);
  });
});

test.each([
  [
    'the folder of the pack is not there',
    () => install(join(aDataFolder(), 'nowhere'), aDataFolder()),
    'no folder',
  ],
  ['--data is missing', () => runLongCommand(installContent, packFolder()), '--data DIR is missing'],
  [
    'the app was never built',
    () => install(packFolder(), aDataFolder(), aDataFolder()),
    'Build the app once',
  ],
  [
    'the data folder cannot be made',
    () => {
      const file = join(aDataFolder(), 'file');
      writeFileSync(file, '');
      return install(packFolder(), join(file, 'data'));
    },
    'cannot be made',
  ],
])('it says what to do when %s', async (_, act, advice) => {
  expect((await complaint(act)).message).toContain(advice);
});

describe('the directory that comes along', () => {
  const withDirectory = (data: string) =>
    runLongCommand(
      installContent,
      ...[packFolder(), '--data', data, '--migrations', MIGRATIONS, '--directory', DIRECTORY],
    );

  test('is put into the store, and the second time there is nothing to do', async () => {
    const data = aDataFolder();
    expect((await withDirectory(data)).out).toMatch(/Installed the directory: \d\d services\.$/);
    expect((await withDirectory(data)).out).toMatch(/The directory is already in the store\.$/);
  });

  test('leaves the one that a library imported itself', async () => {
    const data = aDataFolder();
    const db = aDirectory([aService()], aStore('content', join(data, 'content.db')));
    expect((await withDirectory(data)).out).toMatch(/already in the store\.$/);
    expect(readService(db, 'taalcafe')?.name).toBe('Taalcafé');
  });

  test('without a service that is of use is refused', async () => {
    const folder = aFolder({ 'services.json': '[{"id":"x"}]' });
    const { message, exitStatus } = await complaint(() =>
      runLongCommand(
        installContent,
        ...[packFolder(), '--data', aDataFolder(), '--migrations', MIGRATIONS, '--directory', folder],
      ),
    );
    expect([message, exitStatus]).toEqual([expect.stringContaining('no service that is of use'), 1]);
  });
});
