import { expect, it } from 'vitest';
import { publishCommand } from '../../../cli/pack/publish-command.ts';
import { renewCommand } from '../../../cli/repository/renew-command.ts';
import { retireCommand } from '../../../cli/repository/retire-command.ts';
import { rollbackCommand } from '../../../cli/repository/rollback-command.ts';
import { aLibrary } from '../../builders/a-library.ts';
import { packFolder } from '../../builders/pack-folder.ts';
import { runLongCommand } from '../../builders/run-balie.ts';
import { TODAY } from '../../builders/today.ts';
import { aServer } from '../../builders/updates/a-server.ts';

it.each([
  [
    'pack publish',
    publishCommand,
    (place: string) => [packFolder(), '--repository', place, '--today', TODAY],
  ],
  ['repository rollback', rollbackCommand, (place: string) => [place, '--pack', 'klein', '--to', '1']],
  ['repository retire', retireCommand, (place: string) => [place, '--pack', 'klein']],
  ['repository renew', renewCommand, (place: string) => [place]],
])(
  '%s signs nothing at an address whose root came from there: --root is wanted, before anything is asked',
  async (_, command, args) => {
    const library = await aLibrary();
    const { address, asked } = await aServer(library.repository);
    const run = (...more: string[]) =>
      runLongCommand(command, ...args(address), ...library.keyArguments, ...more);
    await expect(run()).rejects.toThrow('--root FILE is missing');
    expect(asked).toEqual([]);
  },
);

it('takes the root that is given, and none that the server has', async () => {
  const library = await aLibrary();
  const { address, asked } = await aServer(library.repository);
  const other = await aLibrary();
  const renew = (root: string) =>
    runLongCommand(renewCommand, address, '--root', root, ...library.keyArguments);
  await expect(renew(other.root)).rejects.toThrow('has no list of libraries that its root keys signed');
  expect(asked).not.toContain('metadata/1.root.json');
});
