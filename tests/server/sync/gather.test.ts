import { expect, it } from 'vitest';
import { type Gathering, gather } from '../../../server/sync/gather.ts';

type Job = { readonly key: string; readonly value: number };

/** Does jobs in groups that end when they are told to. */
function aGathering(more: Partial<Gathering<Job, number>> = {}) {
  const groups: { jobs: readonly Job[]; end: (error?: Error) => void }[] = [];
  let told = () => {};
  const run = (jobs: readonly Job[]) =>
    new Promise<readonly number[]>((resolve, reject) => {
      const end = (error?: Error) =>
        error === undefined ? resolve(jobs.map(({ value }) => value * 10)) : reject(error);
      groups.push({ jobs, end });
      told();
    });
  const act = gather<Job, number>({
    ...{ run, keyOf: ({ key }) => key, waitMs: 1, most: 10, atOnce: 1 },
    ...more,
  });
  return {
    act: (key: string, value: number) => act({ key, value }),
    /** The group that began as this one of all, when it began. */
    group: async (index: number) => {
      while (groups[index] === undefined)
        await new Promise<void>((resolve) => {
          told = resolve;
        });
      return groups[index];
    },
    values: () => groups.map(({ jobs }) => jobs.map(({ value }) => value)),
  };
}

it('does together what comes together, and gives each its own outcome', async () => {
  const { act, group, values } = aGathering();
  const all = Promise.all([act('a', 1), act('b', 2), act('c', 3)]);
  (await group(0)).end();
  expect(await all).toEqual([10, 20, 30]);
  expect(values()).toEqual([[1, 2, 3]]);
});

it('takes no more than so many, and the others next', async () => {
  const { act, group, values } = aGathering({ most: 2 });
  const all = Promise.all([act('a', 1), act('b', 2), act('c', 3)]);
  (await group(0)).end();
  (await group(1)).end();
  expect(await all).toEqual([10, 20, 30]);
  expect(values()).toEqual([[1, 2], [3]]);
});

it('never does two of one key together, nor at the same time', async () => {
  const { act, group, values } = aGathering({ atOnce: 2 });
  const all = Promise.all([act('a', 1), act('a', 2), act('b', 3)]);
  const first = await group(0);
  const later = act('c', 4);
  const second = await group(1);
  expect(values()).toEqual([[1, 3], [4]]);
  second.end();
  expect(await later).toBe(40);
  first.end();
  (await group(2)).end();
  expect(await all).toEqual([10, 20, 30]);
  expect(values()).toEqual([[1, 3], [4], [2]]);
});

it('tries each alone when a group fails: only the one that cannot be done fails', async () => {
  const { act, group, values } = aGathering();
  const all = Promise.allSettled([act('a', 1), act('b', 2)]);
  (await group(0)).end(new Error('together'));
  const first = await group(1);
  expect(values()).toHaveLength(2); // one after another
  first.end();
  (await group(2)).end(new Error('alone'));
  expect(await all).toEqual([
    { status: 'fulfilled', value: 10 },
    { status: 'rejected', reason: new Error('alone') },
  ]);
  expect(values()).toEqual([[1, 2], [1], [2]]);
  const again = act('b', 3);
  (await group(3)).end();
  expect(await again).toBe(30);
});
