import { expect, it } from 'vitest';
import { MOST_FINDINGS } from '../../../core/contract/preview.ts';
import { judgePack } from '../../../core/domain/judge-pack.ts';
import { aSource, GOOD_FILES } from '../../builders/a-source.ts';
import { TODAY } from '../../builders/today.ts';

it('says of a good pack what is in it, and gives it to be shown', () => {
  const { pack, opened } = judgePack(aSource(), TODAY);
  expect(pack?.about.id).toBe('klein');
  expect(opened).toMatchObject({ errors: 0, pack: { about: { id: 'klein', version: 1 }, articles: 1 } });
  expect(opened.pack?.flows).toEqual([
    { id: 'huur', titles: { nl: 'Huur' }, questions: 2, outcomes: 4, paths: expect.any(Number) },
  ]);
});

it('tells errors first, and gives no pack that no kiosk would show', () => {
  const { pack, opened } = judgePack(aSource({ 'topics.yaml': 'no list' }), TODAY);
  expect([pack, opened.pack]).toEqual([undefined, null]);
  expect(opened.errors).toBeGreaterThan(0);
  expect(opened.findings[0]?.severity).toBe('error');
  expect(opened.findings.length).toBeLessThanOrEqual(MOST_FINDINGS);
});

it('shows a pack that is only too old: kiosks show it, and say on its pages that it is', () => {
  const { pack, opened } = judgePack(aSource(), '2030-01-01');
  expect(opened.errors).toBeGreaterThan(0);
  expect(pack?.about.id).toBe('klein');
});

it('holds what outcomes name against the categories that services have, where it is given those', () => {
  const flow = GOOD_FILES['flows/huur/flow.yaml'];
  const [id, outcome] = Object.entries(flow.outcomes)[0] ?? expect.fail('it has outcomes');
  const sending = {
    ...flow,
    outcomes: { ...flow.outcomes, [id]: { ...outcome, places: { category: 'voedselbank' } } },
  };
  const source = aSource({ 'flows/huur/flow.yaml': sending });
  const count = (categories?: string[]) => judgePack(source, TODAY, categories).opened.findings.length;
  expect(count([])).toBeGreaterThan(count());
  expect(count(['voedselbank'])).toBe(count());
});
