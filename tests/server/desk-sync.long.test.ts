// A desk that was offline for a year syncs while staff go on logging; then the server has exactly what the desk has.
import { expect, it, onTestFinished } from 'vitest';
import { openForWriting } from '../../db/open.ts';
import { correctQuestion, withdrawQuestion } from '../../db/ops/desk/change-question.ts';
import { logQuestion } from '../../db/ops/desk/log-question.ts';
import { countOutbox } from '../../db/ops/outbox.ts';
import { approveDevice } from '../../server/organisations/devices.ts';
import { enrolDevice } from '../../updates/outbox/enrol-device.ts';
import { sendOutbox } from '../../updates/outbox/send-outbox.ts';
import { startOwnServer } from '../builders/a-server.ts';
import { aDataFolder, aStore } from '../builders/a-store.ts';
import { aQuestion } from '../core/domain/desk/a-question.ts';

const QUEUED = 10_000;
const HEALTH = { appVersion: '0.1.0', packs: [], freeBytes: null };

it(`${QUEUED} questions go to the server while more are logged, corrected and taken back; nothing counts twice or is lost`, async () => {
  const server = await startOwnServer();
  onTestFinished(() => server.remove());
  const [file, dataDir] = [`${aDataFolder()}/ops.db`, aDataFolder()];
  const db = aStore('ops', file);
  const { id: _, at, nth: __, ...facts } = aQuestion();
  db.transaction(() => {
    for (let each = 0; each < QUEUED; each++)
      logQuestion(db, new Date('2026-11-26T13:00:00Z'), { at, facts });
  }).immediate();
  const { device } = await enrolDevice(db, {
    ...{ dataDir, server: server.addresses[0], code: await server.code() },
    ...{ profile: 'desk', appVersion: '0.1.0' },
  });
  await approveDevice(server.store, device);
  // As in the app: what sends has a connection of its own.
  const other = openForWriting(file);
  onTestFinished(() => void other.close());
  let sent = 0;
  const sending = sendOutbox(other, dataDir, HEALTH, () => new Date()).then((reply) => {
    sent += reply?.sent ?? 0;
  });
  let isOver = false;
  void sending.finally(() => {
    isOver = true;
  });
  let logged = 0;
  for (; !isOver; logged++) {
    const { number } = logQuestion(db, new Date(), { at, facts });
    if (number % 2 === 0)
      correctQuestion(db, new Date(), number, { at, facts: { ...facts, outcome: 'referred' } });
    if (number % 5 === 0) withdrawQuestion(db, new Date(), number);
    await new Promise((later) => setTimeout(later, 20));
  }
  await sending;
  await sendOutbox(other, dataDir, HEALTH, () => new Date());
  expect(logged, 'it logged meanwhile').toBeGreaterThan(10);
  expect(sent).toBeGreaterThanOrEqual(QUEUED);
  expect(countOutbox(db)).toBe(0);
  const byOutcome = (rows: readonly { outcome: string }[]) =>
    Object.fromEntries(
      ['answered', 'referred'].map((outcome) => [
        outcome,
        rows.filter((row) => row.outcome === outcome).length,
      ]),
    );
  const here = db.prepare<[], { outcome: string }>('SELECT outcome FROM desk_questions').all();
  const stored = await server.store.db
    .selectFrom('questions')
    .select('body')
    .where('body', 'is not', null)
    .execute();
  const there = stored.map(({ body }) => JSON.parse(body ?? '') as { outcome: string });
  expect(byOutcome(there)).toEqual(byOutcome(here));
  expect(there).toHaveLength(here.length);
}, 120_000);
