import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { delegateCommand } from '../../../cli/keys/delegate-command.ts';
import { rotateCommand } from '../../../cli/keys/rotate-command.ts';
import { retireCommand } from '../../../cli/repository/retire-command.ts';
import { publicHalf } from '../../../trust/keys/key-file.ts';
import { aLibrary } from '../../builders/a-library.ts';
import { runLongCommand } from '../../builders/run-balie.ts';

/** A repository, and the public half of the key of its library in a file. */
async function aPlace() {
  const library = await aLibrary();
  const folder = dirname(library.root);
  const half = join(folder, 'bieb.public.json');
  writeFileSync(
    half,
    JSON.stringify(publicHalf(JSON.parse(readFileSync(join(folder, 'bieb.key.json'), 'utf8')))),
  );
  return { ...library, half };
}

it.each([
  ['keys rotate', rotateCommand, () => []],
  ['keys delegate', delegateCommand, (half: string) => ['--public', half]],
  ['repository retire', retireCommand, () => ['--library', 'bieb']],
] as const)(
  '%s follows a repository from the root that is given, and from none that lies in it',
  async (_, command, more) => {
    const [mine, stolen] = [await aPlace(), await aPlace()];
    const before = readdirSync(stolen.repository, { recursive: true });
    const run = (...args: string[]) =>
      runLongCommand(command, stolen.repository, ...more(stolen.half), ...args);
    await expect(run()).rejects.toThrow('--root FILE is missing');
    await expect(run('--root', mine.root)).rejects.toThrow(
      'has no list of libraries that its root keys signed',
    );
    // With its own root only the keys are missing.
    await expect(run('--root', stolen.root)).rejects.toThrow('Two root keys');
    expect(readdirSync(stolen.repository, { recursive: true })).toEqual(before);
  },
);
