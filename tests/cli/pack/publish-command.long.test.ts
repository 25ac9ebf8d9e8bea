import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publishCommand } from '../../../cli/pack/publish-command.ts';
import { aLibrary } from '../../builders/a-library.ts';
import { aFolder, packFolder } from '../../builders/pack-folder.ts';
import { runLongCommand } from '../../builders/run-balie.ts';
import { TODAY } from '../../builders/today.ts';

const placesIn = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

describe('pack publish', () => {
  it('shows what is added, and brings every content', async () => {
    const { publish } = await aLibrary();
    const { status, out } = await publish();
    expect(status).toBe(0);
    expect(out).toMatch(/^bieb\/klein\.stable\.json\.gz: new -> version 1$/m);
    expect(out).toMatch(/^ {2}\+ flows\/huur\/flow\.yaml$/m);
    expect(out).toMatch(
      /^11 added, 0 changed, 0 removed; \d+ bytes in \d+ contents, about 1 s at 10 Mbit\/s\.$/m,
    );
    expect(out).toMatch(/^Brought 11 contents \(\d+ bytes\) and signed bieb 2\./m);
  });

  it('shows what is changed, and brings only that', async () => {
    const { publish, packYaml } = await aLibrary();
    await publish();
    const { out } = await publish({ 'pack.yaml': packYaml.replace(/^version: 1$/m, 'version: 2') });
    expect(out).toMatch(/: version 1 -> version 2$/m);
    expect(out).toMatch(/^ {2}~ pack\.yaml$/m);
    expect(out).toMatch(/^0 added, 1 changed, 0 removed; /m);
    expect(out).toMatch(/^Brought 1 contents /m);
  });

  it('has nothing to do the second time', async () => {
    const { publish, repository } = await aLibrary();
    await publish();
    const before = placesIn(repository);
    expect((await publish()).out).toBe('Version 1 of klein is on stable already. Nothing to do.');
    expect(placesIn(repository)).toEqual(before);
  });

  it('brings what was lost or damaged there when the same version is published again', async () => {
    const { publish, repository } = await aLibrary();
    await publish();
    const blobs = join(repository, 'blobs/sha256');
    const [lost = '', damaged = ''] = placesIn(blobs).filter((place) => place.includes('/'));
    const was = [lost, damaged].map((place) => readFileSync(join(blobs, place), 'utf8'));
    rmSync(join(blobs, lost));
    writeFileSync(join(blobs, damaged), '#'.repeat(Buffer.byteLength(was[1] ?? '')));
    expect((await publish()).out).toMatch(
      /^Version 1 of klein is on stable already\. 2 contents \(\d+ bytes\) were missing or damaged there/,
    );
    expect([lost, damaged].map((place) => readFileSync(join(blobs, place), 'utf8'))).toEqual(was);
    expect((await publish()).out).toContain('Nothing to do.');
  });

  it('changes nothing with --dry-run', async () => {
    const { publish, repository } = await aLibrary();
    const before = placesIn(repository);
    expect((await publish({}, '--dry-run')).out).toContain('11 added');
    expect(placesIn(repository)).toEqual(before);
  });

  it('refuses a pack with errors, and changes nothing', async () => {
    const { publish, repository } = await aLibrary();
    const before = placesIn(repository);
    await expect(publish({ 'topics.yaml': '[]' })).rejects.toThrow('errors. Mend them first');
    expect(placesIn(repository)).toEqual(before);
  });

  it('refuses a content that changed under the same number, and changes nothing', async () => {
    const { publish, packYaml, repository } = await aLibrary();
    await publish();
    const before = placesIn(repository);
    await expect(publish({ 'pack.yaml': `${packYaml}# a remark\n` })).rejects.toThrow(
      'Raise the version in pack.yaml',
    );
    expect(placesIn(repository)).toEqual(before);
  });

  it.each([
    ['a folder that is not there', [join(aFolderName(), 'x')], 'There is no folder that can be read'],
    ['no repository', [], '--repository DIR|URL is missing.'],
    ['no key', ['--repository'], "--key FILE is missing: the publisher's key of the library."],
  ])('refuses %s', async (_what, args, why) => {
    const { repository } = await aLibrary();
    const all = args.flatMap((each) => (each === '--repository' ? [each, repository] : [each]));
    const folder = all[0]?.startsWith('--') === false ? [] : [packFolder()];
    const more = folder.length === 0 ? ['--repository', repository] : [];
    await expect(
      runLongCommand(publishCommand, ...folder, ...all, ...more, '--today', TODAY),
    ).rejects.toThrow(why);
  });

  it('refuses a repository that is not there', async () => {
    const { keyArguments } = await aLibrary();
    const publish = runLongCommand(
      publishCommand,
      packFolder(),
      ...['--repository', aFolder(), '--today', TODAY, ...keyArguments],
    );
    await expect(publish).rejects.toThrow('There is no repository at');
  });
});

function aFolderName(): string {
  return join('no', 'such', 'folder');
}
