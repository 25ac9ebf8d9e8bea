import { expect, it } from 'vitest';
import { Refusal } from '../../../core/contract/sync/batch.ts';
import { faultWords } from '../../../renderer/administration/parts/fault-words.ts';

/** What only devices are told, with their batches and codes. */
const OF_DEVICES = ['bad-signature', 'unknown-code', 'not-approved', 'revoked'] as const;

it('tells to wait and try again for nothing but a server that cannot do it now', () => {
  const ofPages = Refusal.shape.why.exclude(OF_DEVICES).options;
  expect(ofPages.filter((why) => faultWords(why) === 'failed.unavailable')).toEqual(['unavailable']);
});
