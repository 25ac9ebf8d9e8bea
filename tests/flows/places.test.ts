import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readCategories } from '../../cli/pack/read-categories.ts';
import { checkPlaces } from '../../core/domain/check/check-places.ts';
import { shippedPack } from './shipped-pack.ts';

// Reads the whole pack first, which takes seconds on a busy machine.
it('every category that outcomes of the shipped pack send to has a service that ships', {
  timeout: 30_000,
}, async () => {
  const categories = await readCategories(join(import.meta.dirname, '../../assets/directory'));
  const flows = shippedPack().flows.map(({ flow }) => flow);
  const sending = flows.filter(({ outcomes }) => Object.values(outcomes).some(({ places }) => places));
  expect(sending.length).toBeGreaterThanOrEqual(5);
  expect(checkPlaces(flows, categories)).toEqual([]);
});
