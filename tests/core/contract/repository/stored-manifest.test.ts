import { expect, test } from 'vitest';
import { readStoredManifest } from '../../../../core/contract/repository/stored-manifest.ts';
import { aManifest } from '../../../builders/a-manifest.ts';

test('reads a manifest that was written down', () => {
  expect(readStoredManifest(JSON.stringify(aManifest()))).toEqual(aManifest());
});

test.each([
  ['cut short', JSON.stringify(aManifest()).slice(0, -9)],
  ['nothing', ''],
  ['null', 'null'],
  ['something else', '{"files":"x"}'],
])('goes on without one that is %s', (_, body) => {
  expect(readStoredManifest(body)).toBeUndefined();
});
