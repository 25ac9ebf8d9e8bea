import { expect, it } from 'vitest';
import { judgeItem } from '../../../server/sync/judge-items.ts';
import { firstOfEach, settleItems } from '../../../server/sync/settle-items.ts';
import { aDevice } from '../../builders/a-device.ts';

const device = aDevice();
const [one, two] = [device.item(), device.item()];
const judge = (...items: (typeof one)[]) => items.map(judgeItem);

it('tells of items in the order they came, each id once', () => {
  const judged = judge(two, one, one);
  const { results, aside } = settleItems(judged, firstOfEach(judged), new Map());
  expect(results).toEqual([
    { id: two.id, result: 'stored' },
    { id: one.id, result: 'stored' },
  ]);
  expect(aside).toEqual([]);
});

it('knows what was stored before, and sets aside what differs in any part of it', () => {
  const before = firstOfEach(judge(one));
  expect(settleItems(judge(one), new Map(), before).results).toEqual([{ id: one.id, result: 'known' }]);
  for (const change of [
    { seq: 99 },
    { at: '2026-11-26T15:00:00Z' },
    { type: 'read-aloud' },
    { body: { language: 'en' } },
  ]) {
    const { results, aside } = settleItems(judge({ ...one, ...change }), new Map(), before);
    expect(results).toEqual([{ id: one.id, result: 'quarantined' }]);
    expect(aside).toMatchObject([{ id: one.id, why: 'other-content' }]);
  }
});

it('stores the first of two with one id, and sets the other and the poison aside', () => {
  const judged = judge({ ...one, type: 'unheard-of' }, one, { ...one, body: { language: 'en' } });
  const { results, aside } = settleItems(judged, firstOfEach(judged), new Map());
  expect(results).toEqual([{ id: one.id, result: 'stored' }]);
  expect(aside.map(({ why }) => why)).toEqual(['not-understood', 'other-content']);
});
