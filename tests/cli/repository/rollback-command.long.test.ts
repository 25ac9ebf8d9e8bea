import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renewCommand } from '../../../cli/repository/renew-command.ts';
import { retireCommand } from '../../../cli/repository/retire-command.ts';
import { rollbackCommand } from '../../../cli/repository/rollback-command.ts';
import { blobPlace } from '../../../core/contract/repository/places.ts';
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
