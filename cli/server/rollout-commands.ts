import { z } from 'zod';
import {
  RolloutChange,
  type RolloutOnPage,
  RolloutWanted,
} from '../../core/contract/administration/rollout.ts';
import { heldItselfText } from '../../core/domain/rollouts/held-itself.ts';
import { changeRollout } from '../../server/rollouts/change-rollout.ts';
import { listRollouts } from '../../server/rollouts/list-rollouts.ts';
import { RolloutError } from '../../server/rollouts/rollout-error.ts';
import { startRollout } from '../../server/rollouts/start-rollout.ts';
import type { ServerStore } from '../../server/store/open-server-store.ts';
import { type Arguments, readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { STORE_OPTIONS, withServerStore } from './with-server-store.ts';

const OPTIONS = { ...STORE_OPTIONS, library: 'string' } as const;

/** `balie server rollout start PUBLISHER/PACK VERSION --library ID …`: lets devices of a library install a version. */
export async function startRolloutCommand(args: string[]): Promise<number> {
  const read = readArguments(args, ['PUBLISHER/PACK', 'VERSION'], {
    ...{ ...OPTIONS, channel: 'string', share: 'string', branch: 'strings', from: 'string' },
    ...{ closed: 'boolean', sick: 'string' },
  });
  const { options, lists } = read;
  const named = /^(?<publisher>[^/]+)\/(?<pack>[^/]+)$/.exec(String(read.positions[0]))?.groups;
  if (named === undefined)
    throw new CommandError(`"${read.positions[0]}" is no pack of a publisher. Write it as bieb/zelfredzaam.`);
  const wanted = checked(RolloutWanted, {
    ...named,
    version: numberFrom(read.positions[1]),
    ...given({
      channel: options['channel'],
      share: numberFrom(options['share']),
      branches: lists['branch'],
      startsAt: momentFrom(options['from']),
      show: options['closed'] === true ? 'closed' : undefined,
      sickPercent: numberFrom(options['sick']),
    }),
  });
  const id = await inLibrary(read, (store, library) => startRollout(store, library, wanted, new Date()));
  console.log(`The roll-out ${id} is there. Next: balie server rollout show, and widen when all is well.`);
  return 0;
}

/** `balie server rollout show [ROLLOUT] --library ID`: the roll-outs of a library and how far they are, or one of them. */
export async function showRolloutsCommand(args: string[]): Promise<number> {
  const isOne = args[0] !== undefined && !args[0].startsWith('--');
  const read = readArguments(args, isOne ? ['ROLLOUT'] : [], OPTIONS);
  const [id] = read.positions;
  const all = await inLibrary(read, (store, library) => listRollouts(store, library, new Date(), id));
  if (all.length === 0 && id !== undefined)
    throw new CommandError(`There is no roll-out "${id}". Without an id this command lists all of them.`, 1);
  if (all.length === 0) console.log('There are no roll-outs: devices install what is published.');
  for (const rollout of all) console.log(textOf(rollout));
  return 0;
}

/** `balie server rollout hold|resume|widen|roll-back ROLLOUT --library ID …` */
export const changeRolloutCommand =
  (act: RolloutChange['act']) =>
  async (args: string[]): Promise<number> => {
    const read = readArguments(args, ['ROLLOUT'], {
      ...OPTIONS,
      ...(act === 'hold' || act === 'roll-back' ? { why: 'string' as const } : {}),
      ...(act === 'widen'
        ? { share: 'string' as const, branch: 'strings' as const, all: 'boolean' as const }
        : {}),
    });
    const { options, lists } = read;
    const isAll = options['all'] === true;
    const change = checked(RolloutChange, {
      act,
      ...given({
        why: options['why'],
        share: isAll ? 100 : numberFrom(options['share']),
        branches: isAll ? null : lists['branch'],
      }),
    });
    const id = String(read.positions[0]);
    const [now] = await inLibrary(read, async (store, library) => {
      const [before] = await listRollouts(store, library, new Date(), id);
      await changeRollout(store, { library, id }, grown(change, before?.branches), new Date());
      return listRollouts(store, library, new Date(), id);
    });
    if (now !== undefined) console.log(textOf(now));
    if (act === 'roll-back')
      console.log(
        'Devices go back to the version before, where they still have it. Next: publish that one anew for all others: balie repository rollback.',
      );
    return 0;
  };

/** Branches that the command names come to those that take part already: a roll-out only grows. */
function grown(change: RolloutChange, taking: RolloutOnPage['branches'] = null): RolloutChange {
  if (change.act !== 'widen' || !change.branches || taking === null) return change;
  return { ...change, branches: [...taking, ...change.branches] };
}

async function inLibrary<T>(
  read: Arguments,
  act: (store: ServerStore, library: string) => Promise<T>,
): Promise<T> {
  const { library } = read.options;
  if (typeof library !== 'string') throw new CommandError('--library ID is missing.');
  try {
    return await withServerStore(read, (store) => act(store, library));
  } catch (error) {
    throw error instanceof RolloutError ? new CommandError(error.message, 1) : error;
  }
}

function checked<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw new CommandError(z.prettifyError(read.error).replaceAll(/\s*\n\s*/g, ' '));
}

function given(options: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

function numberFrom(option: string | boolean | undefined): number | undefined {
  return option === undefined ? undefined : Number(/^\d{1,9}$/.test(String(option)) ? option : Number.NaN);
}

/** A time with its offset, or in UTC; what is none is said by the schema. */
function momentFrom(option: string | boolean | undefined): string | undefined {
  if (option === undefined) return undefined;
  const moment = /(Z|[+-]\d{2}:\d{2})$/.test(String(option)) ? Date.parse(String(option)) : Number.NaN;
  if (Number.isNaN(moment))
    throw new CommandError(`--from "${option}" is no moment. Write it as 2026-11-30T07:00:00+01:00.`);
  return new Date(moment).toISOString();
}

function textOf(rollout: RolloutOnPage): string {
  const { id, publisher, pack, channel, version, state, share, branches, startsAt, show } = rollout;
  return [
    id,
    `${publisher}/${pack} ${version} (${channel})`,
    rollout.endedAt === null ? state : 'ended',
    `${share}% of ${branches === null ? 'all branches' : branches.join(', ')}`,
    `from ${startsAt}${show === 'closed' ? ', shown when the branch is closed' : ''}`,
    `${rollout.installed} of ${rollout.inShare} devices that may have it do, of ${rollout.devices} in all, ${rollout.sick} are not well`,
    ...reasonOf(rollout),
  ].join('  ');
}

function reasonOf({ why, heldItself }: RolloutOnPage): string[] {
  if (heldItself !== null) return [`it held itself: ${heldItselfText(heldItself)}`];
  return why === null ? [] : [why];
}
