import { randomUUID } from 'node:crypto';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { expect, it } from 'vitest';
import {
  HandoverAnswer,
  MOST_ANSWER_BYTES,
  MOST_ANSWERED,
  MOST_PARTNERS,
  MOST_REPORTED,
} from '../../../../core/contract/sync/handovers.ts';
import { VisitorDetail } from '../../../../core/domain/desk/visitor-details.ts';

it('is never a longer answer than a device reads', async () => {
  const recipient = await identityToRecipient(await generateX25519Identity());
  const answer: HandoverAnswer = {
    ...{ device: randomUUID(), report: randomUUID() },
    partners: Array.from({ length: MOST_PARTNERS }, (_, at) => ({
      ...{ id: `${'p'.repeat(37)}-${at}`.slice(0, 40), kind: 'municipality', recipient },
      // Letters of three bytes.
      ...{ name: '字'.repeat(80), contact: '字'.repeat(80) },
      email: `${'m'.repeat(60)}@${'m'.repeat(56)}.nl`,
      phone: '0'.repeat(40),
      website: `https://${'w'.repeat(60)}.example/${'w'.repeat(123)}`,
      asks: [...VisitorDetail.options],
      review_by: '2027-06-30',
    })),
    handovers: Array.from({ length: MOST_ANSWERED }, () => ({
      ...{ id: randomUUID(), state: 'withdrawn', sealed: 'delivered', said: Number.MAX_SAFE_INTEGER },
    })),
    refused: Array.from({ length: MOST_REPORTED }, () => randomUUID()),
  };
  expect(HandoverAnswer.parse(answer)).toEqual(answer);
  expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThanOrEqual(MOST_ANSWER_BYTES);
});
