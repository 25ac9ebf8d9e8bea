import { expect, it } from 'vitest';
import type { ReadDb } from '../../../db/open.ts';
import { rememberLastWalk } from '../../../electron/desk/last-walk.ts';
import { previewedWalk } from '../../../electron/preview/previewed-walk.ts';
import { aStore } from '../../builders/a-store.ts';

it('offers no flow to the log that was walked in a preview, and no language of one', () => {
  let open: ReadDb | undefined = aStore('content');
  const walk = rememberLastWalk(() => 0);
  const seen = previewedWalk(walk, { store: () => open });
  seen.at({ kind: 'step', flow: 'aow', step: 'leeftijd', language: 'ar' });
  expect([walk.look(), walk.spoken()]).toEqual([undefined, undefined]);
  open = undefined;
  seen.at({ kind: 'step', flow: 'aow', step: 'leeftijd', language: 'nl' });
  expect([walk.look(), walk.spoken()]).toEqual([{ flow: 'aow', language: 'nl', minutes: 0 }, 'nl']);
});
