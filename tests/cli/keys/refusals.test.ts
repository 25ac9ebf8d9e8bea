import { expect, it } from 'vitest';
import { ceremonyCommand } from '../../../cli/keys/ceremony-command.ts';
import { delegateCommand } from '../../../cli/keys/delegate-command.ts';
import { newKeyCommand } from '../../../cli/keys/new-command.ts';
import { rotateCommand } from '../../../cli/keys/rotate-command.ts';
import { showKeyCommand } from '../../../cli/keys/show-command.ts';
import { gcCommand } from '../../../cli/repository/gc-command.ts';
import { refreshCommand } from '../../../cli/repository/refresh-command.ts';
import { retireCommand } from '../../../cli/repository/retire-command.ts';
import { verifyCommand } from '../../../cli/repository/verify-command.ts';
import { runLongCommand } from '../../builders/run-balie.ts';

it.each([
  [newKeyCommand, ['x', '--for', 'all'], '--for is one of: root, publisher, snapshot, timestamp.'],
  [newKeyCommand, ['x', '--for', 'publisher', '--library', 'root'], '"root" means something else'],
  [ceremonyCommand, ['x'], '--library ID is missing'],
  [ceremonyCommand, ['x', '--library', 'Bieb'], '--library "Bieb": use lower-case letters'],
  [showKeyCommand, ['no-such-file'], '"no-such-file" cannot be read (ENOENT)'],
  [delegateCommand, ['x'], '--public FILE is missing'],
  [delegateCommand, ['x', '--public', 'package.json'], 'is no public key file'],
  [rotateCommand, ['x', '--out', 'a'], 'Give --out ID and --in FILE in pairs'],
  [refreshCommand, ['x'], '--keys DIR is missing'],
  [refreshCommand, ['x', '--keys', 'nowhere'], 'cannot be read (ENOENT)'],
  [retireCommand, ['x'], 'Give --pack ID or --library ID'],
  [gcCommand, ['x', '--keep', '1'], '--keep is a whole number of at least 2'],
  [verifyCommand, ['no-such-folder'], 'There is no repository at "no-such-folder"'],
])('%o says what is wrong with %j', async (command, args, why) => {
  await expect(runLongCommand(command, ...args)).rejects.toThrow(why);
});
