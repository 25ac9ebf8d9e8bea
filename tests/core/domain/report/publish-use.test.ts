import { expect, test } from 'vitest';
import { publishUse } from '../../../../core/domain/report/publish-use.ts';

const of = (type: string, number: number, body: Record<string, string>) => ({ type, number, body });
const flow = (type: string, number: number, name: string, step?: string) =>
  of(type, number, { pack: 'zelf', language: 'nl', flow: name, ...(step === undefined ? {} : { step }) });

test('flows, and where they ended: small numbers are not told, nor what would give them away', () => {
  const told = publishUse([
    ...[flow('flow-started', 80, 'toeslag'), flow('flow-started', 9, 'digid')],
    ...[flow('flow-started', 30, 'uitkering'), flow('flow-started', 45, 'verhuizen')],
    ...[flow('outcome-reached', 40, 'toeslag', 'ja'), flow('outcome-reached', 20, 'toeslag', 'nee')],
    ...[flow('step-left', 15, 'toeslag', 'inkomen'), flow('step-left', 3, 'toeslag', 'huur')],
    flow('outcome-reached', 90, 'digid', 'ja'),
  ]);
  expect(told.flowsBegun).toBe(164);
  expect(told.flows).toEqual([
    {
      ...{ pack: 'zelf', flow: 'toeslag', begun: 80, finished: 60, left: [] },
      reached: [
        { value: 'ja', count: 40 },
        { value: 'nee', count: 20 },
      ],
    },
    { pack: 'zelf', flow: 'verhuizen', begun: 45, finished: null, left: [], reached: [] },
  ]);
});

test('where nobody is told to have finished, no outcome is told', () => {
  const told = publishUse([
    flow('flow-started', 80, 'toeslag'),
    ...[flow('outcome-reached', 15, 'toeslag', 'ja'), flow('step-left', 2, 'toeslag', 'huur')],
  ]);
  expect(told.flows).toEqual([
    { pack: 'zelf', flow: 'toeslag', begun: 80, finished: null, left: [], reached: [] },
  ]);
});

test('the other lists are told in the same way, by what they are about', () => {
  const told = publishUse([
    ...[of('search-empty', 31, { language: 'nl' }), of('search-empty', 12, { language: 'nl' })],
    ...[of('language-chosen', 8, { language: 'en' }), of('read-aloud', 25, { language: 'ar' })],
    ...[of('topic-opened', 20, { pack: 'zelf', topic: 'geld' }), of('printed', 11, { paper: 'a4' })],
  ]);
  expect(told).toMatchObject({
    emptySearches: { total: 43, rows: [{ value: 'nl', count: 43 }] },
    languages: { total: null, rows: [] },
    readAloud: { total: 25, rows: [{ value: 'ar', count: 25 }] },
    topics: { total: 20, rows: [{ value: 'zelf/geld', count: 20 }] },
    printed: { total: 11, rows: [{ value: 'a4', count: 11 }] },
  });
});
