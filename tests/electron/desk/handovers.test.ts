import { randomBytes, randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { recordAct } from '../../../db/ops/audit.ts';
import { writeEnrolment } from '../../../db/ops/enrolment.ts';
import { writeHandover } from '../../../db/ops/handovers/handovers.ts';
import { handoverHandlers } from '../../../electron/desk/handovers.ts';
import { handoverWords } from '../../../electron/print/slip-words.ts';
import { aDataFolder, aStore } from '../../builders/a-store.ts';

it('says of a handover on which day it was given by the clock on the wall, not that of UTC', async () => {
  const db = aStore('ops');
  const now = new Date('2026-06-30T22:40:00Z'); // in Delft it is 00:40 on 1 July
  const by = { now, person: null, key: undefined };
  const id = randomUUID();
  const partner = { partner: 'wijkteam', partner_name: 'Wijkteam (fictional)' };
  writeHandover(db, { id, code: 'ABCDEFGHJ', ...partner, sealed: false }, by);
  writeEnrolment(db, {
    ...{ server: 'https://balie.example/', device: randomUUID(), library: 'delft', branch: 'centrum' },
    ...{ state: 'approved', server_key: 'A'.repeat(43) },
  });
  let looks = 0;
  const handlers = handoverHandlers({
    house: { write: (act) => act(db, now), today: () => '2026-07-01', troubles: () => ['ops-restored'] },
    dataDir: aDataFolder(),
    printRoom: () => Promise.reject(new Error('There is no printer.')),
    words: handoverWords,
    spoken: () => 'ar',
    random: randomBytes,
    told: () => undefined,
    looked: () => void looks++,
    ...{ person: () => null, key: () => undefined },
    log: { note: () => undefined, trouble: () => undefined },
  });
  recordAct(
    db,
    { at: now.toISOString(), act: 'restored', person: null, detail: '2026-06-29T03:00:00.000Z' },
    undefined,
  );
  const { handovers, spoken, restoredFrom } = await handlers['handover:list']({});
  expect(looks).toBe(1);
  expect([spoken, restoredFrom]).toEqual(['ar', '2026-06-29T03:00:00.000Z']);
  expect(handovers).toMatchObject([{ id, givenOn: '2026-07-01' }]);
  // The slip reckons from the same day: it is good for 60 days, the first one among them.
  const slip = await handlers['handover:slip']({ id, language: 'nl' });
  expect(JSON.stringify(slip)).toContain('29 augustus');
});
