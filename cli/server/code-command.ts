import { makeEnrolmentCode } from '../../server/organisations/enrolment-codes.ts';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { codeWithLine } from './code-with-line.ts';
import { STORE_OPTIONS, withServerStore } from './with-server-store.ts';

/** `balie server code --library ID --branch ID --data DIR`: prints a code with which one device enrols. */
export async function codeCommand(args: string[]): Promise<number> {
  const read = readArguments(args, [], { ...STORE_OPTIONS, library: 'string', branch: 'string' });
  const { library, branch } = read.options;
  if (typeof library !== 'string') throw new CommandError('--library ID is missing.');
  if (typeof branch !== 'string') throw new CommandError('--branch ID is missing.');
  const made = await withServerStore(read, (store) =>
    codeWithLine(store, library, ['enrolment-code-made', branch], (inside) =>
      makeEnrolmentCode(inside, library, branch, new Date()),
    ),
  );
  if (made === undefined)
    throw new CommandError(
      `There is no branch "${branch}" of "${library}". Add it first: balie server branch add.`,
      1,
    );
  console.log(made.code);
  console.error(`For one device, until ${made.expiresAt}. It is not shown again.`);
  return 0;
}
