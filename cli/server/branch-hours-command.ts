import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Plan } from '../../core/contract/sync/plan.ts';
import { setBranchHours } from '../../server/rollouts/branch-hours.ts';
import { RolloutError } from '../../server/rollouts/rollout-error.ts';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { STORE_OPTIONS, withServerStore } from './with-server-store.ts';

const EXAMPLE =
  '[{"id": "week", "freq": "WEEKLY", "byday": "MO,TU,WE,TH,FR", "opens_at": "10:00", "closes_at": "18:00"}]';

/** `balie server branch hours ID --library ID --file FILE`: when a branch is open, as a list of HSDS schedules in JSON. */
export async function branchHoursCommand(args: string[]): Promise<number> {
  const read = readArguments(args, ['ID'], { ...STORE_OPTIONS, library: 'string', file: 'string' });
  const { library, file } = read.options;
  if (typeof library !== 'string' || typeof file !== 'string')
    throw new CommandError('Give --library ID and --file FILE.');
  const schedules = schedulesIn(file);
  const [id = ''] = read.positions;
  try {
    await withServerStore(read, (store) => setBranchHours(store, library, id, schedules));
  } catch (error) {
    throw error instanceof RolloutError ? new CommandError(error.message, 1) : error;
  }
  console.log(`The hours of "${id}" are kept. Roll-outs that wait for closing time use them.`);
  return 0;
}

function schedulesIn(file: string): Plan['schedules'] {
  try {
    return Plan.shape.schedules.min(1).parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new CommandError(
      `"${file}" holds no opening hours: ${why.replaceAll(/\s*\n\s*/g, ' ')}. Write for instance ${EXAMPLE}.`,
      1,
    );
  }
}
