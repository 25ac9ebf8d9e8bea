import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CommandError } from '../../../cli/command-error.ts';
import { installContent } from '../../../cli/content/install-content.ts';
import { activeVersion, installPack } from '../../../db/content/install-pack.ts';
import { aDataFolder, aStore, everyRow, MIGRATIONS } from '../../builders/a-store.ts';
import { overwrite } from '../../builders/damage.ts';
import { packFolder } from '../../builders/pack-folder.ts';
import { aPackToInstall } from '../../builders/pack-to-install.ts';
import { runCommand } from '../../builders/run-balie.ts';

const install = (folder: string, data: string, migrations = MIGRATIONS) =>
  runCommand(installContent, folder, '--data', data, '--migrations', migrations);

/** What the command complains of, and the exit status that goes with it. */
function complaint(act: () => unknown): { readonly message: string; readonly exitStatus: number } {
  try {
    act();
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

test('a pack is put into a store that is not there yet, and the second time there is nothing to do', () => {
  const data = join(aDataFolder(), 'new');
  const folder = packFolder();
  expect(install(folder, data)).toEqual({ status: 0, out: 'Installed klein 1: 1 flows, 1 articles.' });
  expect(install(folder, data)).toEqual({ status: 0, out: 'The content is already in the store.' });
  expect(activeVersion(aStore('content', join(data, 'content.db')), 'klein')?.version).toBe(1);
});

describe('the store keeps what it had', () => {
  test('when the pack has errors, which are printed', () => {
    const { data, db, before } = aDataFolderWithContent(1);
    const { message, exitStatus } = complaint(() => install(packFolder({ 'topics.yaml': 'no: list' }), data));
    expect(message).toMatch(/topics\.yaml[\s\S]*The pack has \d+ errors/);
    expect(exitStatus).toBe(1);
    expect(everyRow(db)).toEqual(before);
  });

  test('when it shows a higher version', () => {
    const { data, db, before } = aDataFolderWithContent(9);
    expect(complaint(() => install(packFolder(), data)).message).toContain('a higher version');
    expect(everyRow(db)).toEqual(before);
  });

  test('when it cannot be used, and it is not touched: the kiosk sets it aside itself', () => {
    const data = aDataFolder();
    const file = join(data, 'content.db');
    overwrite(file);
    const before = readFileSync(file);
    expect(complaint(() => install(packFolder(), data)).message).toMatch(
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
  ['--data is missing', () => runCommand(installContent, packFolder()), '--data DIR is missing'],
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
])('it says what to do when %s', (_, act, advice) => {
  expect(complaint(act).message).toContain(advice);
});
