import { expect, test } from 'vitest';
import { countFlow, readFlowCounts } from '../../../db/ops/flow-counts.ts';
import { aStore } from '../../builders/a-store.ts';

const NOW = new Date('2026-11-27T14:41:07Z');
const LATER = new Date('2026-12-02T09:00:00Z');
const inFlow = { pack: 'zelf', language: 'nl', flow: 'toeslag' };

test('flows are counted by month: begun, finished, and where somebody left', () => {
  const db = aStore('ops', ':memory:');
  for (const now of [NOW, NOW, LATER]) countFlow(db, now, { type: 'flow-started', body: inFlow });
  countFlow(db, NOW, { type: 'step-left', body: { ...inFlow, step: 'inkomen' } });
  countFlow(db, NOW, { type: 'outcome-reached', body: { ...inFlow, step: 'ja' } });
  countFlow(db, NOW, { type: 'search-empty', body: { language: 'nl' } });
  expect(readFlowCounts(db, '2026-11', '2026-11')).toEqual([
    { flow: 'toeslag', what: 'begun', step: '', number: 2 },
    { flow: 'toeslag', what: 'finished', step: '', number: 1 },
    { flow: 'toeslag', what: 'left', step: 'inkomen', number: 1 },
  ]);
  expect(readFlowCounts(db, '2026-11', '2026-12')[0]).toMatchObject({ what: 'begun', number: 3 });
});
