import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renewCommand } from '../../../cli/repository/renew-command.ts';
import { retireCommand } from '../../../cli/repository/retire-command.ts';
import { rollbackCommand } from '../../../cli/repository/rollback-command.ts';
import { blobPlace, manifestPlace } from '../../../core/contract/repository/places.ts';
import { openFolder } from '../../../trust/repository/open-folder.ts';
import { readManifest } from '../../../trust/repository/read-manifest.ts';
import { readRepository } from '../../../trust/repository/read-repository.ts';
import { readPublished } from '../../../trust/repository/sign-library.ts';
import { aLibrary } from '../../builders/a-library.ts';
import { runLongCommand } from '../../builders/run-balie.ts';

const STABLE = 'bieb/klein.stable.json.gz';

async function shown({ repository, key }: Awaited<ReturnType<typeof aLibrary>>) {
  const files = openFolder(repository);
  const { targets } = await readPublished(await readRepository(files), key);
  const target = targets[STABLE];
  return target === undefined ? undefined : await readManifest(files, STABLE, target);
}

describe('rollback', () => {
  it('publishes an earlier content under a higher number, remarks and all', async () => {
    const library = await aLibrary();
    const yaml = (version: number, title: string) =>
      `# by hand\n${library.packYaml.replace(/^version: .*$/m, `version: ${version} # this one`).replace(/^title: .*$/m, `title: ${title}`)}`;
    await library.publish({ 'pack.yaml': yaml(3, 'Before') });
    const before = await shown(library);
    await library.publish({ 'pack.yaml': yaml(4, 'After') });
    const { status, out } = await runLongCommand(
      rollbackCommand,
      library.repository,
      ...['--pack', 'klein', '--to', '3', ...library.keyArguments],
    );
    expect(status).toBe(0);
    expect(out).toContain('Version 3 comes back as version 5.');
    const after = await shown(library);
    expect(after?.version).toBe(5);
    const others = (files: typeof after) => files?.files.filter(({ path }) => path !== 'pack.yaml');
    expect(others(after)).toEqual(others(before));
    const digest = after?.files.find(({ path }) => path === 'pack.yaml')?.sha256 ?? '';
    expect(readFileSync(join(library.repository, blobPlace(digest)), 'utf8')).toBe(yaml(5, 'Before'));
  });

  it.each([
    ['a version that never was', ['--to', '9'], 'has no version 9 any more. There is: 1.'],
    ['no version', ['--to', 'x'], 'Give --pack ID and --to VERSION'],
    ['no such channel', ['--to', '1', '--channel', 'nightly'], '--channel is one of: test, stable.'],
  ])('refuses %s', async (_what, args, why) => {
    const library = await aLibrary();
    await library.publish();
    const roll = runLongCommand(
      rollbackCommand,
      library.repository,
      ...['--pack', 'klein', ...args, ...library.keyArguments],
    );
    await expect(roll).rejects.toThrow(why);
  });
});

describe('a pack that was retired', () => {
  const retired = async () => {
    const library = await aLibrary();
    const yaml = (version: number) => library.packYaml.replace(/^version: .*$/m, `version: ${version}`);
    for (const version of [3, 7]) await library.publish({ 'pack.yaml': yaml(version) });
    const of = [library.repository, '--pack', 'klein', ...library.keyArguments];
    await runLongCommand(retireCommand, ...of);
    const back = (...more: string[]) => runLongCommand(rollbackCommand, ...of, ...more);
    const publish = (version: number, title = 'Klein') =>
      library.publish({ 'pack.yaml': yaml(version).replace(/^title: .*$/m, `title: ${title}`) });
    const test = (version: number) => library.publish({ 'pack.yaml': yaml(version) }, '--channel', 'test');
    return { back, publish, test };
  };

  it('comes back above what kiosks still show', async () => {
    const { back } = await retired();
    await expect(back('--to', '3', '--as', '7')).rejects.toThrow('--as 7 is not above 7');
    expect((await back('--to', '7')).out).toContain('Version 7 comes back as version 8.');
  });

  it('is not published anew under a number that kiosks refuse', async () => {
    const { publish } = await retired();
    await expect(publish(6)).rejects.toThrow('Raise the version in pack.yaml above 7');
    await expect(publish(7, 'Another')).rejects.toThrow('Raise the version in pack.yaml above 7');
    // Also when it was tried on the other channel first, where it never was.
    const { test, publish: stable } = await retired();
    expect((await test(6)).status).toBe(0);
    await expect(stable(6)).rejects.toThrow('Raise the version in pack.yaml above 7');
    // The very same content: kiosks that have it know it.
    expect((await publish(7)).status).toBe(0);
  });
});

describe('a number that was on the other channel', () => {
  /** Stable has 1 and 2; on test there was 3, with another content, until it was retired. */
  const triedThree = async () => {
    const library = await aLibrary();
    const yaml = (version: number) => library.packYaml.replace(/^version: .*$/m, `version: ${version}`);
    for (const version of [1, 2]) await library.publish({ 'pack.yaml': yaml(version) });
    await library.publish({ 'pack.yaml': `${yaml(3)}# tried\n` }, '--channel', 'test');
    const { key, repository } = library;
    const { targets } = await readPublished(await readRepository(openFolder(repository)), key);
    const named = { library: 'bieb', pack: 'klein', channel: 'test' as const };
    const manifest = manifestPlace(named, targets['bieb/klein.test.json.gz']?.hashes.sha256 ?? '');
    const of = [repository, '--pack', 'klein', ...library.keyArguments];
    await runLongCommand(retireCommand, ...of, '--channel', 'test');
    return { back: () => runLongCommand(rollbackCommand, ...of, '--to', '1'), repository, manifest };
  };

  it('is not chosen for what comes back, also after it was retired there', async () => {
    const { back } = await triedThree();
    const { status, out } = await back();
    expect(status).toBe(0);
    expect(out).toContain('Version 1 comes back as version 4.');
  });

  it('keeps nothing from coming back where nobody can read any more which it was', async () => {
    const { back, repository, manifest } = await triedThree();
    rmSync(join(repository, manifest));
    expect((await back()).out).toContain('Version 1 comes back as version 3.');
  });
});

describe('rollback from a version whose manifest is damaged', () => {
  const manifestFile = async ({ repository, key }: Awaited<ReturnType<typeof aLibrary>>) => {
    const { targets } = await readPublished(await readRepository(openFolder(repository)), key);
    const named = { library: 'bieb', pack: 'klein', channel: 'stable' as const };
    return manifestPlace(named, targets[STABLE]?.hashes.sha256 ?? '');
  };

  it('says which one is damaged and what to do, and goes back once a person says the number', async () => {
    const library = await aLibrary();
    const yaml = (version: number) => library.packYaml.replace(/^version: .*$/m, `version: ${version}`);
    await library.publish({ 'pack.yaml': yaml(2) });
    const second = await manifestFile(library);
    await library.publish({ 'pack.yaml': yaml(3) });
    await library.publish({ 'pack.yaml': yaml(7) });
    writeFileSync(join(library.repository, await manifestFile(library)), 'torn');
    const roll = (...args: string[]) =>
      runLongCommand(
        rollbackCommand,
        library.repository,
        ...['--pack', 'klein', ...args, ...library.keyArguments],
      );
    const whatNow = roll('--to', '3');
    await expect(whatNow).rejects.toThrow(`The manifest ${STABLE} is refused: it has another length`);
    await expect(whatNow).rejects.toThrow('add --as NUMBER, higher than any kiosk shows.');
    await expect(roll('--to', '3', '--as', 'x')).rejects.toThrow('Give --as NUMBER');
    rmSync(join(library.repository, second));
    await expect(roll('--to', '2', '--as', '8')).rejects.toThrow(
      `There is: 3. The manifest ${STABLE} is refused: it has another length than was signed. The manifest ${second} is not there.`,
    );
    expect((await roll('--to', '3', '--as', '8')).out).toContain('Version 3 comes back as version 8.');
    expect((await shown(library))?.version).toBe(8);
    await expect(roll('--to', '3', '--as', '8')).rejects.toThrow('--as 8 is not above 8');
  });
});

describe('retire', () => {
  it('stops publishing a pack, on one channel or all', async () => {
    const library = await aLibrary();
    await library.publish();
    const { out } = await runLongCommand(
      retireCommand,
      library.repository,
      ...['--pack', 'klein', ...library.keyArguments],
    );
    expect(out).toContain(`${STABLE}: no longer published (bieb 3).`);
    expect(await shown(library)).toBeUndefined();
    const again = runLongCommand(
      retireCommand,
      library.repository,
      ...['--pack', 'klein', ...library.keyArguments],
    );
    await expect(again).rejects.toThrow('bieb does not publish "klein" there. It publishes: nothing.');
  });
});

describe('renew', () => {
  it('signs what is published for another year', async () => {
    const library = await aLibrary();
    await library.publish();
    const before = await shown(library);
    const { out } = await runLongCommand(renewCommand, library.repository, ...library.keyArguments);
    expect(out).toContain('bieb 3: 1 packs on channels, for another year.');
    expect(await shown(library)).toEqual(before);
  });
});
