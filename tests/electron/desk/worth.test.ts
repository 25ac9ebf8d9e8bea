import { expect, test } from 'vitest';
import { DeskWorth } from '../../../core/contract/desk/worth.ts';
import { DeskLists } from '../../../core/domain/desk/desk-lists.ts';
import { countEmptySearch } from '../../../db/ops/empty-searches.ts';
import { countFlow } from '../../../db/ops/flow-counts.ts';
import { countQuestion } from '../../../db/ops/question-counts.ts';
import { deskWorthHandlers } from '../../../electron/desk/worth.ts';
import { aStore } from '../../builders/a-store.ts';
import { aQuestion } from '../../core/domain/desk/a-question.ts';

const NOW = new Date('2026-11-27T10:00:00Z');
const LISTS = DeskLists.parse({
  subCategories: [{ id: 'digid', names: { nl: 'DigiD' }, category: 'digital-contact' }],
  organizations: [{ id: 'duo', names: { nl: 'DUO' } }],
  places: [{ id: 'computers', names: { nl: 'Bij de computers' } }],
});
const ask = (handlers: ReturnType<typeof deskWorthHandlers>, from?: string, to = from) =>
  Promise.resolve(
    handlers['desk:worth']({ period: from === undefined || to === undefined ? null : { from, to } }),
  );

function aDesk() {
  const ops = aStore('ops', ':memory:');
  const house = {
    write: <T>(act: (db: typeof ops, now: Date) => T) => act(ops, NOW),
    // No content is there yet.
    read: async <T>(_: unknown, otherwise: () => T) => otherwise(),
  };
  return {
    ops,
    handlers: deskWorthHandlers(
      house as never,
      () => LISTS,
      () => NOW,
    ),
  };
}

test('a desk is told of this month when it asks for none, as the contract says', async () => {
  const { ops, handlers } = aDesk();
  countQuestion(ops, aQuestion({ organization: 'duo', place: 'computers' }), 1);
  countQuestion(ops, aQuestion({ at: '2026-10-05T10' }), 1);
  const worth = await ask(handlers);
  expect(DeskWorth.parse(worth)).toEqual(worth);
  expect(worth.period).toEqual({ from: '2026-11', to: '2026-11' });
  expect(worth.months).toEqual([
    { month: '2026-10', number: 1 },
    { month: '2026-11', number: 1 },
  ]);
  expect(worth.counts).toContainEqual({ variable: 'organization', value: 'duo', number: 1 });
  expect(worth.counts).toContainEqual({ variable: 'place', value: 'computers', number: 1 });
  expect(worth.names.organization['duo']).toEqual({ nl: 'DUO' });
  expect(worth.names.place['computers']).toEqual({ nl: 'Bij de computers' });
});

test('flows come with the most begun first, and where people stopped; searches by language', async () => {
  const { ops, handlers } = aDesk();
  const flow = (name: string) => ({ pack: 'zelf', language: 'nl', flow: name });
  for (const name of ['toeslag', 'digid', 'digid'])
    countFlow(ops, NOW, { type: 'flow-started', body: flow(name) });
  countEmptySearch(ops, new Date('2026-09-10T10:00:00Z'), 'nl');
  expect((await ask(handlers)).used).toEqual(['2026-09', '2026-11']);
  for (const step of ['naam', 'code', 'code'])
    countFlow(ops, NOW, { type: 'step-left', body: { ...flow('digid'), step } });
  countFlow(ops, NOW, { type: 'outcome-reached', body: { ...flow('toeslag'), step: 'ja' } });
  countEmptySearch(ops, NOW, 'nl');
  countEmptySearch(ops, NOW, 'nl');
  const { flows, emptySearches } = await ask(handlers, '2026-01', '2026-12');
  expect(flows.map(({ flow: id, begun, finished }) => [id, begun, finished])).toEqual([
    ['digid', 2, 0],
    ['toeslag', 1, 1],
  ]);
  expect(flows[0]?.left.map(({ step, number }) => [step, number])).toEqual([
    ['code', 2],
    ['naam', 1],
  ]);
  expect(emptySearches).toEqual([{ language: 'nl', number: 3 }]);
});

test('without a store there is nothing to tell, and no fault', async () => {
  const handlers = deskWorthHandlers(
    { write: () => undefined, read: async (_: unknown, otherwise: () => unknown) => otherwise() } as never,
    () => LISTS,
    () => NOW,
  );
  expect((await ask(handlers)).counts).toEqual([]);
});
