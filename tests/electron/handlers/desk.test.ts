import { expect, it } from 'vitest';
import type { ContentHouse } from '../../../electron/content/content-house.ts';
import { deskHandlers } from '../../../electron/handlers/desk.ts';
import { aStore } from '../../builders/a-store.ts';

it('a visit keeps its ticket, and the next visit has the next one', async () => {
  const ops = aStore('ops');
  let visit = 7;
  const ask = deskHandlers(aHouse(ops), () => visit)['desk:ticket'];
  expect([await ask({}), await ask({})]).toEqual([{ ticket: 1 }, { ticket: 1 }]);
  visit = 8;
  expect(await ask({})).toEqual({ ticket: 2 });
});

it('without a store there is no number, and no failure', async () => {
  expect(await deskHandlers(aHouse(undefined), () => 1)['desk:ticket']({})).toEqual({ ticket: null });
});

/** A house that writes to this store, on one day. */
function aHouse(ops: ReturnType<typeof aStore> | undefined): ContentHouse {
  return {
    troubles: () => [],
    today: () => '2026-11-26',
    read: async (_, otherwise) => otherwise(),
    change: () => undefined,
    write: (act) => (ops === undefined ? undefined : act(ops, new Date(0))),
    copy: () => undefined,
    filled: async () => undefined,
  };
}
