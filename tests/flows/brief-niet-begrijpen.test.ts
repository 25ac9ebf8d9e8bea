import { expect, it } from 'vitest';
import { pathsOf } from '../../core/domain/paths.ts';
import { everyNext } from './every-next.ts';
import { shippedPack } from './shipped-pack.ts';

it.each(['iemand-anders', 'weet-niet'])('a bill of %s may be false, however near its day is', (sender) => {
  const { flows, parameters } = shippedPack();
  const [single] = flows.filter(({ flow }) => flow.id === 'brief-niet-begrijpen');
  if (single === undefined) throw new Error('There is no such flow.');
  const { flow } = single;
  const ends = new Set<string>();
  for (const { answers, outcome } of pathsOf(flow, { today: '2026-11-24', parameters }))
    if (answers['van-wie-is-de-brief'] === sender && answers['wat-wil-de-brief'] === 'betalen')
      ends.add(outcome);
  expect(ends.size).toBeGreaterThan(3);
  for (const id of ends) {
    const { steps = [], contacts, flows: then } = flow.outcomes[id] ?? {};
    expect(steps, id).toContain('vertrouwt-u-het-niet');
    expect(then, id).toContain('is-dit-bericht-echt');
    expect(contacts, id).toContain('fraudehelpdesk');
    const calls = steps.findIndex((step) =>
      ['bel-over-betalen', 'vraag-meer-tijd', 'bel-vandaag-over-de-dag'].includes(step),
    );
    if (calls >= 0) expect(steps.indexOf('vertrouwt-u-het-niet'), id).toBeLessThan(calls);
  }
});

everyNext('brief-niet-begrijpen', '2026-11-24', [
  ['van-wie-is-de-brief', 'gemeente', {}, 'wat-wil-de-brief'],
  ['van-wie-is-de-brief', 'toeslagen', {}, 'wat-wil-de-brief'],
  ['van-wie-is-de-brief', 'uwv', {}, 'wat-wil-de-brief'],
  ['van-wie-is-de-brief', 'svb', {}, 'wat-wil-de-brief'],
  ['van-wie-is-de-brief', 'cak', {}, 'wat-wil-de-brief'],
  ['van-wie-is-de-brief', 'iemand-anders', {}, 'wat-wil-de-brief'],
  ['van-wie-is-de-brief', 'weet-niet', {}, 'wat-wil-de-brief'],
  ['wat-wil-de-brief', 'betalen', {}, 'kunt-u-betalen'],
  ['wat-wil-de-brief', 'iets-sturen', {}, 'staat-er-een-laatste-dag'],
  ['wat-wil-de-brief', 'komen', {}, 'staat-er-een-laatste-dag'],
  ['wat-wil-de-brief', 'besluit', {}, 'bent-u-het-eens'],
  ['wat-wil-de-brief', 'weet-niet', {}, 'staat-er-een-laatste-dag'],
  ['kunt-u-betalen', 'ja', {}, 'staat-er-een-laatste-dag'],
  ['kunt-u-betalen', 'nee', {}, 'hulp-bij-betalen'],
  ['kunt-u-betalen', 'weet-niet', {}, 'hulp-bij-betalen'],
  ['bent-u-het-eens', 'ja', {}, 'staat-er-een-laatste-dag'],
  ['bent-u-het-eens', 'nee', {}, 'niet-eens'],
  ['bent-u-het-eens', 'weet-niet', {}, 'niet-eens'],
  ['staat-er-een-laatste-dag', 'ja', {}, 'welke-dag'],
  ['staat-er-een-laatste-dag', 'nee', { 'van-wie-is-de-brief': 'gemeente' }, 'brief-van-gemeente'],
  ['staat-er-een-laatste-dag', 'nee', { 'van-wie-is-de-brief': 'toeslagen' }, 'brief-van-toeslagen'],
  ['staat-er-een-laatste-dag', 'nee', { 'van-wie-is-de-brief': 'uwv' }, 'brief-van-overheid'],
  ['staat-er-een-laatste-dag', 'nee', { 'van-wie-is-de-brief': 'svb' }, 'brief-van-overheid'],
  ['staat-er-een-laatste-dag', 'nee', { 'van-wie-is-de-brief': 'cak' }, 'brief-van-overheid'],
  ['staat-er-een-laatste-dag', 'nee', { 'van-wie-is-de-brief': 'iemand-anders' }, 'vraag-de-balie'],
  ['staat-er-een-laatste-dag', 'nee', { 'van-wie-is-de-brief': 'weet-niet' }, 'vraag-de-balie'],
  ['staat-er-een-laatste-dag', 'weet-niet', {}, 'vraag-de-balie'],
  ['welke-dag', '2026-11-23', { 'van-wie-is-de-brief': 'gemeente' }, 'dag-is-voorbij'],
  ['welke-dag', '2026-11-24', { 'van-wie-is-de-brief': 'gemeente' }, 'dag-is-dichtbij'],
  ['welke-dag', '2026-12-01', { 'van-wie-is-de-brief': 'gemeente' }, 'dag-is-dichtbij'],
  ['welke-dag', '2026-12-02', { 'van-wie-is-de-brief': 'gemeente' }, 'brief-van-gemeente'],
  ['welke-dag', '2026-12-02', { 'van-wie-is-de-brief': 'toeslagen' }, 'brief-van-toeslagen'],
  ['welke-dag', '2026-12-02', { 'van-wie-is-de-brief': 'uwv' }, 'brief-van-overheid'],
  ['welke-dag', '2026-12-02', { 'van-wie-is-de-brief': 'svb' }, 'brief-van-overheid'],
  ['welke-dag', '2026-12-02', { 'van-wie-is-de-brief': 'cak' }, 'brief-van-overheid'],
  ['welke-dag', '2026-12-02', { 'van-wie-is-de-brief': 'iemand-anders' }, 'vraag-de-balie'],
  ['welke-dag', '2026-12-02', { 'van-wie-is-de-brief': 'weet-niet' }, 'vraag-de-balie'],
  ['welke-dag', 'weet-niet', {}, 'vraag-de-balie'],
]);
